-- Organs side by side: which one has the case is no longer the last to join, because departments are also only asked.
alter table case_file add column turn text;
update case_file set turn = participants[array_upper(participants, 1)] where participants <> '{}';

-- Departments that were asked for an opinion; what they said stands among the opinions.
create table consultation (
    case_number varchar(16) not null references case_file (number),
    department  text        not null,
    org         char(18)    not null,
    asked_at    timestamptz not null,
    urged_at    timestamptz,
    answered_at timestamptz,
    primary key (case_number, department)
);
alter table opinion add column organ varchar(100);
alter table work_item add column urged_at timestamptz;
