-- One-time notices: each with its marks; a second one of a case is the exception that is counted.
create table correction (
    id          bigint generated always as identity primary key,
    case_number varchar(16)  not null references case_file (number),
    ordinal     int          not null,
    asked_by    varchar(100) not null,
    asked_at    timestamptz  not null,
    answered_at timestamptz,
    unique (case_number, ordinal)
);

create table correction_mark (
    correction_id bigint       not null references correction (id),
    position      int          not null,
    target        varchar(120) not null,
    label         varchar(200) not null,
    text          text         not null,
    primary key (correction_id, position)
);
