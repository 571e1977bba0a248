-- Open work, written in the engine's transaction; the only table a work list reads.
create table work_item (
    id           varchar(64) primary key,
    case_number  varchar(16)  not null references case_file (number),
    item_key     varchar(60)  not null,
    item_title   varchar(100) not null,
    task_key     varchar(100) not null,
    name         varchar(100) not null,
    role         varchar(20)  not null,
    district     char(6)      not null,
    org          char(18)     not null,
    outcomes     text[]       not null,
    applicant    varchar(100) not null,
    opened_at    timestamptz  not null,
    due_on       date         not null default '9999-12-31',
    claimed_by   varchar(100),
    claimed_name varchar(100),
    claimed_at   timestamptz,
    version      int          not null default 0,
    closed_at    timestamptz,
    closed_by    varchar(100),
    closed_name  varchar(100),
    outcome      varchar(30)
);
create index work_item_open on work_item (district, role, due_on, id) where closed_at is null;
create index work_item_mine on work_item (claimed_by, due_on, id) where closed_at is null;
create index work_item_of_case on work_item (case_number, opened_at);
