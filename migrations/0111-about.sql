-- The public paper or work that somebody wrote about: its address in the edition, and its title as it was then.
alter table enquiry add column about text not null default '';
alter table enquiry add column about_title text not null default '';
