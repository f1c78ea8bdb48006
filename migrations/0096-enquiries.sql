-- What somebody asks the organizers from the public site, without an account.
create table enquiry (
  id text primary key,
  edition_id text not null references edition (id),
  begun_at timestamptz not null,
  name text not null,
  email text not null,
  topic text not null
);
create index enquiry_edition on enquiry (edition_id, begun_at desc);
create index enquiry_email on enquiry (lower(email));

create table enquiry_message (
  id text primary key,
  enquiry_id text not null references enquiry (id) on delete cascade,
  at timestamptz not null,
  by_person text,
  by_name text not null,
  by_organizer boolean not null,
  words text not null
);
create index enquiry_message_enquiry on enquiry_message (enquiry_id, at);

-- Each letter to who asked brings a link of its own; the secrets are only in the letters.
create table enquiry_link (
  secret_hash text primary key,
  enquiry_id text not null references enquiry (id) on delete cascade,
  made_at timestamptz not null
);
create index enquiry_link_enquiry on enquiry_link (enquiry_id);

-- Closed, or set aside as spam: by whom, when, and who took it back. Nobody's name: Salon itself, or who asked.
create table enquiry_end (
  id text primary key,
  enquiry_id text not null references enquiry (id) on delete cascade,
  kind text not null check (kind in ('closed', 'spam')),
  ended_at timestamptz not null,
  ended_by text,
  undone_at timestamptz,
  undone_by text
);
create unique index enquiry_end_one on enquiry_end (enquiry_id, kind) where undone_at is null;
