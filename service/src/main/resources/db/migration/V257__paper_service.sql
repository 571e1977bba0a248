-- 陈述申辩告知书 served on paper, where an organisation has nobody who could read it online.
create table termination_service (
    termination_id uuid primary key references termination (id),
    how            varchar(10)  not null check (how in ('DIRECT', 'LEFT', 'MAIL', 'NOTICE')),
    served_on      date         not null,
    proof          varchar(100) not null,
    recorded_by    varchar(100) not null,
    recorded_at    timestamptz  not null
);
comment on column termination_service.served_on is 'the day from which the time to answer is counted; for a public notice its last day';
