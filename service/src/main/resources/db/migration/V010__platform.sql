-- What every feature stands on: rights of the run-time role, stored sessions, scheduled work.
alter default privileges in schema haina grant select, insert, update, delete on tables to haina_app;
alter default privileges in schema haina grant usage, select on sequences to haina_app;

create table session (
    primary_id            char(36) primary key,
    session_id            char(36)     not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index session_expiry on session (expiry_time);
create index session_principal on session (principal_name);

create table session_attributes (
    session_primary_id char(36)     not null references session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

create table scheduled_task (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_due on scheduled_task (execution_time);
create index scheduled_task_heartbeat on scheduled_task (last_heartbeat);
create index scheduled_task_priority on scheduled_task (priority desc, execution_time asc);
