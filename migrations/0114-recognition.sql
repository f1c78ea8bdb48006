-- Creators may let copies of their pictures be recognised: one more use that can be granted.
alter table rights_grant_scope drop constraint rights_grant_scope_scope_check;
alter table rights_grant_scope add constraint rights_grant_scope_scope_check check (
  scope in ('website', 'onsite', 'catalogue', 'press', 'social', 'archive', 'recording', 'recognition')
);
