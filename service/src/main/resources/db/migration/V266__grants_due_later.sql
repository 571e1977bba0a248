-- A grant that cannot be published yet is looked at again later and later, and not given up.
alter table published_grant_due add column next_look timestamptz;
comment on column published_grant_due.next_look is 'null: at once';
