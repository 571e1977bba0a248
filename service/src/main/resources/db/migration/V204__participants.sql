-- Organs beside the one in charge that have had a part in a case, such as the one above that decides: they see it too.
alter table case_file add column participants text[] not null default '{}';
create index case_file_by_participant on case_file using gin (participants) where participants <> '{}';
