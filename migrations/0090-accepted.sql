-- An organizer's word that a submission is part of the workshop, in exactly the version named. Ending it is its undo.
create table acceptance (
  id text primary key,
  edition_id text not null references edition (id),
  submission_id text not null references submission (id) on delete cascade,
  version_id text not null references submission_version (id) on delete cascade,
  reason text not null default '',
  accepted_at timestamptz not null,
  accepted_by text,
  ended_at timestamptz,
  ended_by text,
  end_reason text
);
create unique index acceptance_once on acceptance (submission_id) where ended_at is null;
create index acceptance_edition on acceptance (edition_id, accepted_at);

-- The last part of a public address. It stays the submission's for ever, and nobody's when that is gone.
create table public_slug (
  edition_id text not null references edition (id),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  submission_id text references submission (id) on delete set null,
  given_at timestamptz not null,
  -- Of several, the one that leads since last is the address; the others lead on to it.
  leads_since timestamptz not null,
  primary key (edition_id, slug)
);
create index public_slug_submission on public_slug (submission_id);
