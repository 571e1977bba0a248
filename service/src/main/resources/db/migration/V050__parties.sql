-- Persons and organisations, and who may act for whom. Names are clear, identifiers and telephone numbers encrypted.
create table party (
    id               uuid primary key,
    kind             text        not null check (kind in ('PERSON', 'ORGANISATION')),
    name             text        not null,
    id_type          text        not null,
    identifier       bytea       not null,
    identifier_index bytea       not null unique,
    last_four        bytea       not null,
    phone            bytea,
    proved           boolean     not null,
    recorded_at      timestamptz not null,
    changed_at       timestamptz not null
);
create index party_by_name on party (name text_pattern_ops);

create table mandate (
    id           uuid primary key,
    agent_id     uuid        not null references party (id),
    principal_id uuid        not null references party (id),
    kind         text        not null check (kind in ('AGENT', 'GUARDIAN')),
    item_key     varchar(60),
    valid_from   date        not null,
    valid_until  date        not null,
    evidence     text        not null,
    granted_at   timestamptz not null,
    revoked_at   timestamptz,
    check (agent_id <> principal_id),
    check (valid_from <= valid_until)
);
create index mandate_by_agent on mandate (agent_id, valid_until) where revoked_at is null;
create index mandate_by_principal on mandate (principal_id, valid_until);
