-- The working-day calendar: every publication of a year is kept; the one with the highest version is in force.
create table calendar_year (
    version      bigint generated always as identity primary key,
    year         int         not null check (year between 2000 and 2100),
    status       text        not null check (status in ('OFFICIAL', 'PROVISIONAL')),
    source       text[]      not null,
    author       text        not null,
    published_at timestamptz not null
);
create index calendar_year_current on calendar_year (year, version desc);

create table calendar_day (
    version bigint not null references calendar_year,
    day     date   not null,
    kind    text   not null check (kind in ('HOLIDAY', 'STATUTORY', 'WORKDAY')),
    primary key (version, day)
);
revoke update, delete on calendar_year, calendar_day from haina_app;

-- Statutory clocks of a case: policy and terms it was opened with.
create table case_clock (
    case_number varchar(16) primary key,
    policy      text        not null,
    terms       jsonb       not null,
    opened_at   timestamptz not null
);

-- The ledger. An entry says all that is needed to count again later; remaining time is never stored.
create table case_clock_entry (
    id              bigint generated always as identity primary key,
    case_number     varchar(16) not null references case_clock,
    clock           text,
    act             text        not null check (act in ('NOTED', 'STARTED', 'STOPPED', 'RESUMED', 'EXTENDED', 'ENDED')),
    moment          text        not null,
    at              timestamptz not null,
    basis           text        not null,
    author          text        not null,
    document        text,
    counted_from    date,
    limit_number    int,
    limit_unit      text,
    promised_number int,
    promised_unit   text,
    fixed_due       date,
    check ((act = 'NOTED') = (clock is null)),
    check (act <> 'STARTED' or counted_from is not null),
    check (act <> 'STARTED' or limit_number is not null or fixed_due is not null)
);
create index case_clock_entry_case on case_clock_entry (case_number, id);
revoke update, delete on case_clock_entry from haina_app;

-- What the sweep looks at, derived from the ledger: the last day of each limit, which ends at 24:00 in Shanghai.
create table clock_due (
    case_number      varchar(16) not null references case_clock,
    clock            text        not null,
    kind             text        not null check (kind in ('STATUTORY', 'PROMISED')),
    counted_from     date        not null,
    due_on           date        not null,
    state            text        not null check (state in ('RUNNING', 'STOPPED', 'ENDED')),
    stopped_on       date,
    consequence      text        not null,
    calendar_version bigint      not null,
    fired_at         timestamptz,
    attempts         int         not null default 0,
    retry_at         timestamptz,
    problem          text,
    primary key (case_number, clock, kind)
);
create index clock_due_sweep on clock_due (due_on) where state = 'RUNNING' and fired_at is null;
create index clock_due_calendar on clock_due (calendar_version) where state <> 'ENDED';

-- Every deadline that a publication of the calendar moved.
create table clock_due_change (
    id               bigint generated always as identity primary key,
    case_number      varchar(16) not null references case_clock,
    clock            text        not null,
    kind             text        not null,
    calendar_version bigint      not null,
    due_before       date        not null,
    due_after        date        not null,
    changed_at       timestamptz not null
);
create index clock_due_change_version on clock_due_change (calendar_version, id);
revoke update, delete on clock_due_change from haina_app;
