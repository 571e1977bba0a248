-- Conditions are weighed again until the decision; each look that differs from the one before is kept, none is written over.
alter table eligibility add column ordinal int not null default 1 check (ordinal > 0);
alter table eligibility drop constraint eligibility_pkey, add primary key (case_number, ordinal);
comment on table eligibility is 'what stood against a case or needed a person, at each time when that had changed; the highest ordinal holds';
