-- A public notice serves thirty days after it was published (civil procedure law 95), not on the day that somebody writes down.
alter table termination_service add column posted_on date check (posted_on is null or how = 'NOTICE');
comment on column termination_service.posted_on is 'first day of a public notice; served_on is the day on which its time is over, and may lie ahead';
