-- 投诉: what those who supervise handle alone. The rule of who sees a case needs both columns beside organ and district.
alter table case_file add column supervised boolean not null default false;
alter table case_file add column barred text[] not null default '{}';
comment on column case_file.supervised is 'seen and handled only by those who supervise, in the organ in charge';
comment on column case_file.barred is 'accounts of officials to whom the case does not exist: they had a hand in what it is about';
alter table work_item add column barred text[] not null default '{}';
comment on column work_item.barred is 'as of the case when the task opened';

create table complaint (
    case_number varchar(16) primary key references case_file (number),
    org         char(18)    not null,
    kind        varchar(10) not null check (kind in ('service', 'delay', 'notice', 'charge', 'other')),
    about       varchar(16) references case_file (number),
    received_at timestamptz not null
);
create index complaint_of_organ on complaint (org, received_at);
comment on column complaint.org is 'organ complained of; case_file.org is the one that answers';
