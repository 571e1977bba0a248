-- A date counted into a year without its official calendar is marked wherever it is told, also when it is told again.
alter table submission add column promised_provisional boolean not null default false;
