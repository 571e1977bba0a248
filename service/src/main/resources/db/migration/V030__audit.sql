-- What happened, append-only, and the hash chain over it.
-- Column order matters: a row takes its transaction id before its number, so that a transaction which may still add a
-- lower number is always known by an id below the sealer's own.
create table audit_entry (
    tx          xid8                     not null default pg_current_xact_id(),
    id          bigint generated always as identity primary key,
    at          timestamptz              not null,
    recorded_at timestamptz              not null default clock_timestamp(),
    actor       text                     not null,
    action      text                     not null,
    subject     text                     not null,
    case_number text,
    correlation text,
    detail      jsonb                    not null
);
create index audit_entry_by_case on audit_entry (case_number, id) where case_number is not null;
create index audit_entry_by_actor on audit_entry (actor, id);
create index audit_entry_by_action on audit_entry (action, id);
create index audit_entry_by_time on audit_entry (at);

-- A link names its predecessor, and no two links the same one: the chain cannot fork.
create table audit_seal (
    entry_id      bigint primary key,
    algorithm     text        not null,
    previous_hash char(64)    not null unique,
    hash          char(64)    not null unique,
    sealed_at     timestamptz not null default clock_timestamp()
);

revoke update, delete, truncate on audit_entry, audit_seal from haina_app;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_audit_change();
