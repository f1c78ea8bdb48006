-- An archived edition can be opened again, by whoever runs the installation; each time has its who, when and why.
alter table edition_freeze drop constraint edition_freeze_pkey;
alter table edition_freeze
  add column ended_at timestamptz,
  add column ended_by text,
  add column ended_reason text not null default '',
  add primary key (edition_id, at);
create unique index edition_frozen_once on edition_freeze (edition_id) where ended_at is null;
