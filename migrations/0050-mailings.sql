-- A letter from the organizers to many: written, held until somebody sends it, or cancelled.
create table mailing (
  id text primary key,
  edition_id text not null references edition (id),
  subject text not null,
  body text not null,
  -- The submissions to whose people it goes, as chosen; who sends it reaches only what they may see.
  submission_ids jsonb not null,
  written_at timestamptz not null,
  written_by text,
  changed_at timestamptz not null,
  sent_at timestamptz,
  sent_by text,
  cancelled_at timestamptz,
  cancelled_by text
);
create index mailing_edition on mailing (edition_id, written_at desc);
