-- What organizers made public of an edition, each time: their words as they stood, and which accepted papers and
-- works. The newest is in force; one of them may say again what an earlier one said.
create table site_publication (
  id text primary key,
  edition_id text not null references edition (id),
  number integer not null,
  document jsonb not null,
  published_at timestamptz not null,
  published_by text,
  reason text not null default '',
  again_of text references site_publication (id),
  unique (edition_id, number)
);

-- The public site as it is served: everything can be made again. Small files lie here in three encodings, large
-- ones in the store of files.
create table site_file (
  address text primary key,
  -- Of what it was made: the same again is not made twice.
  made_of text not null,
  type text not null,
  headers jsonb not null default '[]',
  leads_to text,
  sha256 text not null,
  bytes bigint not null,
  plain bytea,
  gzip bytea,
  brotli bytea
);

-- One row: which site is served, and between which instants it is true.
create table site_drawn (
  only_one boolean primary key default true check (only_one),
  number bigint not null,
  drawn_at timestamptz not null,
  true_from timestamptz,
  true_until timestamptz
);

-- A drawing under way, for whoever waits for it.
create table site_progress (
  only_one boolean primary key default true check (only_one),
  begun_at timestamptz not null,
  pages integer not null,
  drawn integer not null,
  finished_at timestamptz
);
