-- A message to a citizen need not be about a case; nobody waits for its end, so nobody takes it over either.
alter table outbound alter column case_number drop not null;
