-- How far each version of an item has come. Older nodes know nothing of it: what they store is a draft until the release
-- that brings it says otherwise. The column status is theirs and no longer read.
alter table item_version alter column status set default 'published';
alter table item_version add state varchar(10) not null default 'DRAFT'
    check (state in ('DRAFT', 'CHECKED', 'PUBLISHED', 'RETIRED'));
alter table item_version add state_by varchar(100) not null default 'release';
alter table item_version add state_at timestamptz not null default now();
alter table item_version add state_reason varchar(500) not null default '';
alter table item_version add process_definition varchar(64);
comment on column item_version.state_by is 'an account; release for what the start of a release decided';
comment on column item_version.process_definition is 'the engine''s definition new cases of this version run by; null while none is deployed';

update item_version v set state_at = created_at,
    state = case when id = (select max(l.id) from item_version l where l.key = v.key) then 'PUBLISHED' else 'RETIRED' end;
create unique index item_version_published on item_version (key) where state = 'PUBLISHED';

create table item_version_event (
    id         bigint generated always as identity primary key,
    version_id bigint       not null references item_version (id),
    state      varchar(10)  not null,
    actor      varchar(100) not null,
    at         timestamptz  not null,
    reason     varchar(500) not null
);
create index item_version_event_of_version on item_version_event (version_id, id);
revoke update, delete on item_version_event from haina_app;

-- Who counts or moves the open cases of a version asks by this.
create index case_file_open_by_version on case_file (item_version, number) where closed_at is null;
