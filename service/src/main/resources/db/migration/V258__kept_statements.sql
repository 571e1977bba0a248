-- 办理时限说明 as printed and signed last, one for each clock of a case: asked for again while it says the same, it is the same.
create table deadline_statement (
    case_number varchar(16) not null references case_file (number),
    clock       varchar(30) not null,
    content     bytea       not null,
    sealed      bytea       not null,
    made_at     timestamptz not null,
    primary key (case_number, clock)
);
comment on column deadline_statement.content is 'keyed hash of all it says but number and date';

-- A verdict corrected while nobody has taken up the review stays readable behind the one that counts.
alter table manual_check drop constraint manual_check_pkey;
alter table manual_check add column id bigint generated always as identity primary key;
create index manual_check_of_case on manual_check (case_number, id);
