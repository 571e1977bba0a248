-- Open cases moved from one version of an item to another: what an operator has asked for, and what became of each case.
create table item_move (
    id             bigint generated always as identity primary key,
    from_version   bigint       not null references item_version (id),
    to_version     bigint       not null references item_version (id),
    requested_by   varchar(100) not null,
    requested_name varchar(100) not null,
    requested_at   timestamptz  not null,
    reason         varchar(500) not null,
    finished_at    timestamptz
);
create unique index item_move_running on item_move (from_version) where finished_at is null;

create table item_move_case (
    move_id     bigint       not null references item_move (id),
    case_number varchar(16)  not null references case_file (number),
    state       varchar(10)  not null default 'PENDING' check (state in ('PENDING', 'MOVED', 'LEFT')),
    reason      varchar(500) not null default '',
    attempts    int          not null default 0,
    retry_at    timestamptz  not null default now(),
    settled_at  timestamptz,
    primary key (move_id, case_number)
);
create index item_move_case_pending on item_move_case (retry_at, move_id, case_number) where state = 'PENDING';
comment on column item_move_case.reason is 'why it was left; names of steps and questions, nothing of what was answered';
