-- Who wants to hear from a workshop. A row is a wish until its letter is answered; one confirmed row an address.
create table interest (
  id text primary key,
  edition_id text not null references edition (id),
  email text not null,
  name text not null default '',
  topics jsonb not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz
);
create unique index interest_confirmed on interest (edition_id, email) where confirmed_at is not null;
create index interest_email on interest (email);

-- Each letter brings a link of its own; the secrets are only in the letters.
create table interest_link (
  secret_hash text primary key,
  interest_id text not null references interest (id) on delete cascade,
  made_at timestamptz not null
);
create index interest_link_interest on interest_link (interest_id);

-- A letter from the organizers to the list: sent once, by whom, to how many.
create table interest_letter (
  id text primary key,
  edition_id text not null references edition (id),
  -- Null is everybody on the list.
  topic text,
  subject text not null,
  body text not null,
  people integer not null,
  sent_at timestamptz not null,
  sent_by text
);
create index interest_letter_edition on interest_letter (edition_id, sent_at desc);

-- Where its receiver leaves the list that it was written to (List-Unsubscribe, RFC 2369).
alter table letter add column leave_url text;
