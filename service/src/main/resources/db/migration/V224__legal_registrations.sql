-- 先证后照: under which code a licensed school was registered, as the registry answered.
create table legal_registration (
    case_number varchar(16)  not null primary key references case_file (number),
    uscc        varchar(18)  not null,
    state       varchar(12)  not null,
    name        text,
    asked_by    varchar(100) not null,
    asked_at    timestamptz  not null,
    answered_at timestamptz
);
