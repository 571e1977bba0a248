-- 漏告知: what should have stood in the first notice and is asked for later, by leave of the head; each is counted.
create table notice_exception (
    id          bigint generated always as identity primary key,
    case_number varchar(16)  not null references case_file (number),
    org         char(18)     not null,
    reason      text         not null,
    account     varchar(100) not null,
    name        varchar(100) not null,
    at          timestamptz  not null,
    used_at     timestamptz
);
create index notice_exception_of_case on notice_exception (case_number) where used_at is null;
create index notice_exception_of_org on notice_exception (org, at);
