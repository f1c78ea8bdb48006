-- A call may have a second deadline, for the final versions of what was accepted; its extensions stand beside the first's.
alter table call_extension add column round text not null default 'submission' check (round in ('submission', 'final'));

-- What is accepted is asked for once more. While the row stands, the call's final round is the one that counts for it.
create table final_request (
  id text primary key,
  submission_id text not null references submission (id) on delete cascade,
  asked_at timestamptz not null,
  asked_by text,
  ended_at timestamptz,
  ended_by text
);
create unique index final_request_once on final_request (submission_id) where ended_at is null;

-- The request that a version answers; none where it was handed in to the call itself.
alter table submission_version add column final_request_id text references final_request (id);

insert into final_request (id, submission_id, asked_at, asked_by)
select id, submission_id, accepted_at, accepted_by from acceptance where ended_at is null;
