-- When somebody's name in the list was last put right, by themselves or because their account has a new one.
alter table contributor add column corrected_at timestamptz;
