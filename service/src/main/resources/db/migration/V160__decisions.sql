-- What officials put down, and what the item's table said about the conditions.
create table opinion (
    id          bigint generated always as identity primary key,
    case_number varchar(16)  not null references case_file (number),
    stage       varchar(10)  not null,
    outcome     varchar(20)  not null,
    text        text         not null,
    account     varchar(100) not null,
    name        varchar(100) not null,
    at          timestamptz  not null
);
create index opinion_of_case on opinion (case_number, id);

create table eligibility (
    case_number varchar(16)  not null primary key references case_file (number),
    eligible    boolean      not null,
    reasons     jsonb        not null,
    at          timestamptz  not null
);
