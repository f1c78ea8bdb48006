-- Pictures that organizers bring for the pages of their edition. A key is never used again.
create table site_picture (
  id text primary key,
  edition_id text not null references edition (id),
  key text not null,
  -- The file as it was brought, never public; gone once the picture was removed.
  source_sha256 text,
  width integer not null,
  height integer not null,
  added_at timestamptz not null,
  added_by text,
  -- What whoever brought it stated about the right to publish it, word for word.
  statement text not null,
  removed_at timestamptz,
  removed_by text,
  unique (edition_id, key)
);

-- What is said of a picture, each time anew. Without a row it can be shown nowhere; an empty alt says that whoever
-- does not see it misses nothing.
create table site_picture_words (
  picture_id text not null references site_picture (id),
  revision integer not null,
  alt text not null,
  credit text not null,
  licence text not null,
  link text not null,
  said_at timestamptz not null,
  said_by text,
  primary key (picture_id, revision)
);

-- What was drawn anew for each of those, with its credit inside; revision 0 is the small one that only the desk sees.
create table site_picture_file (
  picture_id text not null references site_picture (id),
  revision integer not null,
  name text not null,
  mime text not null,
  width integer not null,
  height integer not null,
  bytes bigint not null,
  sha256 text not null,
  primary key (picture_id, revision, name)
);
