-- 归档: the package of a closed case. Only the service itself makes archives; no upload is one.
alter table stored_file drop constraint stored_file_type_check;
alter table stored_file add constraint stored_file_type_check
    check (type in ('PDF', 'JPEG', 'PNG') or type = 'ZIP' and owner = 'system' and purpose = 'case-archive');

create table case_archive (
    case_number varchar(16) not null references case_file (number),
    edition     int         not null check (edition > 0),
    file_id     uuid        not null references stored_file (id),
    index_hash  char(64)    not null,
    packed_at   timestamptz not null,
    primary key (case_number, edition)
);
comment on column case_archive.edition is '1 for the package made at closing; a later act in the closed case makes the next';
comment on column case_archive.index_hash is 'SM3 of index.json, as the log has it too';
revoke update, delete on case_archive from haina_app;

-- What is to be packed, written in the transaction that closes the case. Back-off is counted by this database.
create table case_archive_due (
    case_number varchar(16) primary key references case_file (number),
    next_at     timestamptz  not null default now(),
    looks       int          not null default 0,
    problem     varchar(100)
);
create index case_archive_due_next on case_archive_due (next_at);
comment on column case_archive_due.problem is 'kind of error only: messages may carry personal data';
insert into case_archive_due (case_number) select number from case_file where closed_at is not null;

-- Batch printing asks for an organ's documents of a day; each document names its organ from now on.
update document d set org = f.org from case_file f where d.org is null and f.number = d.case_number;
create index document_of_organ on document (org, issued_at, id);
