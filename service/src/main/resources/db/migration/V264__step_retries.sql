-- 重试: steps of the system that failed until nobody tried any more, and were given new tries by somebody.
create table step_retry (
    id          bigint generated always as identity primary key,
    job         varchar(64)  not null,
    case_number varchar(16)  not null,
    step        varchar(255) not null,
    stuck_since timestamptz  not null,
    asked_by    varchar(100) not null,
    asked_at    timestamptz  not null default now()
);
create index step_retry_job on step_retry (job);
comment on column step_retry.job is 'of the engine, which forgets it once it has succeeded';
comment on column step_retry.stuck_since is 'when it had failed for good before this retry';
