-- Acts that end a grant after the case is closed: 撤回许可, 撤销, 吊销, 注销. One row is one proposal and what came of it.
create table termination (
    id               uuid primary key,
    case_number      varchar(16)  not null references case_file (number),
    act              varchar(12)  not null check (act in ('WITHDRAWAL', 'ANNULMENT', 'REVOCATION', 'CANCELLATION')),
    ground           varchar(30)  not null,
    penalty          varchar(100) not null default '',
    facts            text         not null,
    by_holder        boolean      not null,
    proposed_by      varchar(100) not null,
    proposed_name    varchar(100) not null,
    proposed_at      timestamptz  not null,
    process_instance varchar(64)  not null,
    state_until      date,
    statement        text,
    stated_at        timestamptz,
    hearing          text,
    heard_by         varchar(100),
    legal_review     text,
    reviewed_by      varchar(100),
    result           varchar(10) check (result in ('MADE', 'KEPT', 'DROPPED', 'UNLAWFUL')),
    reasons          text,
    decided_by       varchar(100),
    settled_at       timestamptz,
    check ((act = 'REVOCATION') = (penalty <> '')),
    check ((act = 'CANCELLATION') = (state_until is null)),
    check (not by_holder or act = 'CANCELLATION'),
    check ((statement is null) = (stated_at is null)),
    check ((hearing is null) = (heard_by is null)),
    check ((legal_review is null) = (reviewed_by is null)),
    check ((result is null) = (settled_at is null))
);
-- Two tabs make one proposal, and no two acts run against one grant.
create unique index termination_one_open on termination (case_number) where settled_at is null;
create index termination_of_case on termination (case_number, proposed_at);
comment on column termination.proposed_by is 'account, or party id of the holder who asked for it';
comment on column termination.state_until is 'last day on which the holder may state his case; no act but a cancellation goes without it';
