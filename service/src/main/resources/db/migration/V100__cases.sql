-- The case, its secrets, its materials, its time line and earlier versions of its data.
create table case_file (
    number           varchar(16) primary key,
    item_key         varchar(60)  not null,
    item_version     bigint       not null references item_version (id),
    status           varchar(24)  not null,
    district         char(6)      not null,
    org              char(18)     not null,
    applicant_id     uuid         not null references party (id),
    agent_id         uuid references party (id),
    filed_by         varchar(100) not null,
    channel          varchar(10)  not null,
    data             jsonb        not null,
    data_revision    int          not null default 1,
    process_instance varchar(64),
    exchange_number  varchar(50) unique,
    received_at      timestamptz  not null,
    accepted_at      timestamptz,
    decided_at       timestamptz,
    closed_at        timestamptz,
    version          int          not null default 0
);
create index case_file_by_applicant on case_file (applicant_id, received_at desc, number);
create index case_file_by_agent on case_file (agent_id, received_at desc, number) where agent_id is not null;
create index case_file_by_filer on case_file (filed_by, received_at desc, number);
create index case_file_by_district on case_file (district, status, received_at desc, number);
create index case_file_by_org on case_file (org, status, received_at desc, number);

create table case_secret (
    case_number varchar(16) primary key references case_file (number),
    sealed      bytea not null
);

create table case_revision (
    case_number varchar(16) not null references case_file (number),
    revision    int         not null,
    data        jsonb       not null,
    sealed      bytea,
    replaced_at timestamptz not null,
    primary key (case_number, revision)
);

create table case_material (
    case_number varchar(16)  not null references case_file (number),
    key         varchar(60)  not null,
    source      varchar(10)  not null,
    reference   varchar(200) not null,
    supplied_at timestamptz  not null,
    replaced_at timestamptz,
    primary key (case_number, key, supplied_at, reference)
);

create table case_event (
    id          bigint generated always as identity primary key,
    case_number varchar(16)  not null references case_file (number),
    at          timestamptz  not null,
    kind        varchar(30)  not null,
    label       varchar(200) not null,
    actor_kind  varchar(10)  not null,
    actor       varchar(100) not null,
    actor_label varchar(100) not null,
    note        text         not null default ''
);
create index case_event_of_case on case_event (case_number, id);
