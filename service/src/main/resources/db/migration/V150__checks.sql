-- Questions to registers about a case, and what a person found where a register stayed silent.
create table case_check (
    case_number varchar(16) not null references case_file (number),
    position    int         not null,
    register    varchar(64) not null,
    query       varchar(64) not null,
    state       varchar(16) not null,
    answer      bytea,
    differences text[]      not null default '{}',
    trouble     varchar(60) not null default '',
    settled_at  timestamptz,
    primary key (case_number, register, query)
);

create table manual_check (
    case_number varchar(16)  not null primary key references case_file (number),
    at          timestamptz  not null,
    account     varchar(100) not null,
    name        varchar(100) not null,
    outcome     varchar(10)  not null,
    opinion     text         not null
);
