-- Drafts, whole and encrypted, and what each idempotency key has led to.
create table application (
    id           uuid primary key,
    party_id     uuid         not null references party (id),
    item_key     varchar(60)  not null,
    item_version bigint       not null references item_version (id),
    sealed       bytea        not null,
    state        varchar(10)  not null,
    case_number  varchar(16) references case_file (number),
    page         varchar(60)  not null,
    created_at   timestamptz  not null,
    updated_at   timestamptz  not null,
    version      int          not null default 0
);
create index application_of_party on application (party_id, state, updated_at desc);
create index application_stale on application (updated_at) where state = 'DRAFT';

create table submission (
    subject         varchar(120) not null,
    idempotency_key varchar(100) not null,
    payload_hash    char(64)     not null,
    case_number     varchar(16)  not null references case_file (number),
    promised_by     date,
    at              timestamptz  not null,
    primary key (subject, idempotency_key)
);
create index submission_of_case on submission (case_number);
