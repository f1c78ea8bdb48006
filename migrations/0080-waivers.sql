-- A finding that organizers overlook in everything of a call: which one, by whom, why.
create table call_waiver (
  id text primary key,
  call_id text not null references call (id),
  code text not null,
  reason text not null,
  waived_at timestamptz not null,
  waived_by text
);
create index call_waiver_call on call_waiver (call_id, waived_at);

-- Taken back. What was received while it held stays as it was received.
create table call_waiver_end (
  waiver_id text primary key references call_waiver (id),
  reason text not null,
  ended_at timestamptz not null,
  ended_by text
);
