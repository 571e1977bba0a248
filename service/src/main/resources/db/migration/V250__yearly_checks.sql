-- 年度检查: one row is one check of one licence in one year. The unique key makes the sweep open it once, on however many nodes.
create table yearly_check (
    id               uuid primary key,
    case_number      varchar(16)  not null references case_file (number),
    licence_title    varchar(100) not null,
    licence_number   varchar(60)  not null,
    year             int          not null check (year between 2000 and 2100),
    process_instance varchar(64),
    opened_at        timestamptz  not null,
    look_by          date         not null,
    rectify_limit    jsonb        not null,
    finding          text,
    found_by         varchar(100),
    rectify_by       date,
    rectification    text,
    rectification_by varchar(100),
    result           varchar(10) check (result in ('PASSED', 'RECTIFIED', 'FAILED', 'LAPSED')),
    settled_at       timestamptz,
    unique (licence_title, licence_number, year),
    check ((finding is null) = (found_by is null)),
    check ((rectification is null) = (rectification_by is null)),
    check (rectification is null or rectify_by is not null),
    check ((result is null) = (settled_at is null))
);
-- Its tasks are those of the case: a year that is not finished comes before the next.
create unique index yearly_check_one_open on yearly_check (case_number) where settled_at is null;
create index yearly_check_of_case on yearly_check (case_number, year);
create index yearly_check_process on yearly_check (process_instance);
comment on column yearly_check.case_number is 'the case that has granted the licence, whichever has issued its latest edition';
comment on column yearly_check.rectify_limit is 'the period for putting things right, as the item had it when the check was opened';
