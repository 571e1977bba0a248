-- 准予许可决定的公开 (行政许可法 5, 40): what everybody may read of a grant, already masked; no column holds what may not be shown.
create table published_grant (
    case_number varchar(16)  primary key references case_file (number),
    id          uuid         not null unique,
    item_key    varchar(60)  not null,
    item_title  varchar(200) not null,
    org         char(18)     not null,
    kind        varchar(12)  not null check (kind in ('PERSON', 'ORGANISATION')),
    holder      varchar(100) not null,
    document    varchar(60)  not null,
    granted_on  date         not null,
    valid_until date,
    facts       jsonb        not null default '[]',
    state       varchar(10)  not null
        check (state in ('IN_FORCE', 'REPLACED', 'WITHDRAWN', 'ANNULLED', 'REVOKED', 'CANCELLED')),
    ended_on    date,
    ended_by    varchar(60),
    corrected_by varchar(60),
    published_at timestamptz not null,
    withheld_at timestamptz,
    withheld_by varchar(100),
    ground      varchar(12) check (ground in ('STATE_SECRET', 'TRADE_SECRET', 'PRIVACY')),
    reason      varchar(500),
    check (kind = 'ORGANISATION' or length(holder) <= 2),
    check ((state = 'IN_FORCE') = (ended_on is null)),
    check ((withheld_at is null) = (ground is null) and (withheld_at is null) = (reason is null)
           and (withheld_at is null) = (withheld_by is null))
);
create index published_grant_newest on published_grant (granted_on desc, id desc) where withheld_at is null;
create index published_grant_of_item on published_grant (item_key, granted_on desc, id desc) where withheld_at is null;
create index published_grant_of_organ on published_grant (org, granted_on desc, id desc) where withheld_at is null;
create index published_grant_by_document on published_grant (document text_pattern_ops);
create index published_grant_by_holder on published_grant (holder text_pattern_ops) where kind = 'ORGANISATION';
create index published_grant_withheld on published_grant (withheld_at desc) where withheld_at is not null;
comment on column published_grant.holder is 'masked where it is a person: one character and a star';
comment on column published_grant.ended_by is 'number of the decision that ended the grant';

-- Grants from before; a sweep publishes them once, since what an item lets everybody read lies in its definition.
create table published_grant_due (
    case_number varchar(16) primary key references case_file (number),
    looks       int         not null default 0
);
insert into published_grant_due (case_number)
select number from case_file where status in ('GRANTED', 'GRANT_WITHDRAWN', 'ANNULLED', 'REVOKED', 'CANCELLED');
