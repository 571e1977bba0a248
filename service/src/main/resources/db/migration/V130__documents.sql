-- Documents: numbered without gaps per organ, kind and year; contents encrypted.
create table document_sequence (
    org  char(18)    not null,
    type varchar(30) not null,
    year int         not null,
    last int         not null,
    primary key (org, type, year)
);

create table document (
    id          uuid primary key,
    case_number varchar(16)  not null references case_file (number),
    type        varchar(30)  not null,
    number      varchar(60)  not null,
    sealed      bytea        not null,
    issued_at   timestamptz  not null,
    printed     bytea,
    printed_at  timestamptz
);
create index document_of_case on document (case_number, issued_at);
create index document_to_print on document (issued_at) where printed_at is null;
