-- 未成年人信息查阅审批: which official may read the data of minors, what for and until when; one case, or all of an item.
create table minor_access (
    id           uuid         primary key,
    account      varchar(100) not null,
    display_name varchar(100) not null,
    org          varchar(18)  not null,
    district     varchar(6)   not null,
    item_key     varchar(60)  not null,
    case_number  varchar(16)  references case_file (number),
    purpose      varchar(200) not null,
    asked_at     timestamptz  not null,
    outcome      varchar(10)  check (outcome in ('APPROVED', 'REFUSED')),
    opinion      varchar(500) not null default '',
    decided_by   varchar(100),
    decided_name varchar(100),
    decided_at   timestamptz,
    valid_until  date,
    revoked_by   varchar(100),
    revoked_at   timestamptz,
    check (decided_by <> account),
    check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
    check ((outcome = 'APPROVED') = (valid_until is not null)),
    check (revoked_at is null or outcome = 'APPROVED')
);
comment on column minor_access.case_number is 'null: all cases of the item that the official may see at all';
create unique index minor_access_waiting on minor_access (account, org, district, item_key, coalesce(case_number, ''))
    where outcome is null;
create index minor_access_of_organ on minor_access (org, district, asked_at, id) where outcome is null;
create index minor_access_standing on minor_access (account, item_key) where outcome = 'APPROVED' and revoked_at is null;
create index minor_access_granted on minor_access (org, district, valid_until, id)
    where outcome = 'APPROVED' and revoked_at is null;
revoke delete on minor_access from haina_app;
