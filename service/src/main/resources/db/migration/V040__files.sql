-- What was uploaded or made. The content lies encrypted in the file store under its hash; equal content lies there once.
create table stored_file (
    id          uuid primary key,
    hash        text        not null,
    suite       text        not null,
    size        bigint      not null check (size > 0),
    type        text        not null check (type in ('PDF', 'JPEG', 'PNG')),
    name        text        not null,
    scan_state  text        not null check (scan_state in ('clean', 'not-scanned', 'quarantined')),
    owner       text        not null,
    purpose     text        not null,
    linked      boolean     not null default false,
    uploaded_at timestamptz not null default now(),
    verified_at timestamptz not null default now(),
    damaged_at  timestamptz
);
comment on column stored_file.hash is 'of the content before encryption';
comment on column stored_file.owner is 'who may use it: kind and id of the caller, or system';
comment on column stored_file.linked is 'false: removed a day after the upload';

create index stored_file_hash on stored_file (hash);
create index stored_file_orphan on stored_file (owner, uploaded_at) where not linked;
create index stored_file_orphan_age on stored_file (uploaded_at) where not linked;
create index stored_file_verify on stored_file (verified_at);
create index stored_file_damaged on stored_file (damaged_at) where damaged_at is not null;

create table file_link (
    file_id        uuid        not null references stored_file (id),
    case_number    text,
    application_id uuid,
    linked_at      timestamptz not null default now(),
    check (num_nonnulls(case_number, application_id) = 1),
    unique nulls not distinct (file_id, case_number, application_id)
);
create index file_link_case on file_link (case_number) where case_number is not null;
create index file_link_application on file_link (application_id) where application_id is not null;
