-- Which keys this database was written with, by fingerprint: a wrong key ring is told at start.
create table vault_key (
    id            text primary key,
    fingerprint   text        not null,
    registered_at timestamptz not null default now()
);
revoke update, delete, truncate on vault_key from haina_app;
