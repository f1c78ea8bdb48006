-- The language in which a person reads Salon and its letters; null leaves it to the page and to the edition.
alter table person add column language text;
-- The language of the page on which somebody wrote: letters about it keep to it.
alter table enquiry add column language text;
alter table interest add column language text;
