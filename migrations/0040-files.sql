-- Roles that a person chose stay; the others are proposed anew whenever the set of files changes.
alter table submission_file add column role_chosen_at timestamptz;
alter table submission_file add column role_chosen_by text;
alter table submission_file add column removed_by text;
-- An entry of an archive that was handed in; the archive itself is kept beside it.
alter table submission_file add column from_file_id text references submission_file (id) on delete cascade;
alter table submission_file add column opened_at timestamptz;
-- What was typed, where the file is a description that Salon rendered.
alter table submission_file add column typed jsonb;

alter table upload add column begun_by text;
-- The file's own date, as the device that sends it says: with name and size it tells the same file chosen again.
alter table upload add column modified_at timestamptz;
alter table submission add column if not exists changes integer not null default 0;

-- The checker's report of the hand-in as a whole, for the files, roles and rules that `fits` names.
create table hand_in_report (
  submission_id text primary key references submission (id) on delete cascade,
  fits text not null,
  report jsonb not null,
  checked_at timestamptz not null
);

-- Pictures made from stored files; they can be made again.
create table file_derivative (
  of_sha256 text not null,
  kind text not null,
  sha256 text not null,
  bytes bigint not null,
  mime text not null,
  made_at timestamptz not null,
  primary key (of_sha256, kind)
);

-- The deletion that a call announces: first the letter, then the deed.
create table file_deletion (
  submission_id text primary key references submission (id) on delete cascade,
  due_on date not null,
  announced_at timestamptz not null,
  deleted_at timestamptz
);
