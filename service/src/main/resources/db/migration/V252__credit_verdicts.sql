-- What people found out where credit information was silent, disputed or repaired; of several on a case the last holds.
create table credit_verdict (
    id          bigint generated always as identity primary key,
    case_number varchar(16)  not null references case_file (number),
    at          timestamptz  not null,
    account     varchar(100) not null,
    name        varchar(100) not null,
    trusted     boolean      not null,
    how         text         not null
);
create index credit_verdict_case on credit_verdict (case_number);
