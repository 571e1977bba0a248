-- 好差评: once for each case. The rater is known to the case only, so the rated never read a name here.
create table rating (
    case_number varchar(16)   primary key references case_file (number),
    org         varchar(18)   not null,
    item_key    varchar(60)   not null,
    level       smallint      not null check (level between 1 and 5),
    reasons     text[]        not null default '{}',
    words       varchar(500)  not null default '',
    rated_at    timestamptz   not null
);
create index rating_of_org on rating (org, item_key, rated_at desc);
