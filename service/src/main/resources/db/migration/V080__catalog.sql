-- Items by version; each artefact once, by the hash of its content.
create table artefact (
    sha     char(64) primary key,
    content bytea not null
);

create table item_version (
    id         bigint generated always as identity primary key,
    key        varchar(60) not null,
    version    varchar(20) not null,
    sha        char(64)    not null,
    status     varchar(12) not null,
    files      jsonb       not null,
    created_at timestamptz not null default now(),
    unique (key, sha)
);
