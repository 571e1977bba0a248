-- 延长办理期限: asked for by who handles the case, approved or refused by the head of the organ (licence law 42).
create table extension_proposal (
    id            uuid primary key,
    case_number   varchar(16)  not null references case_file (number),
    reason        text         not null,
    proposed_by   varchar(100) not null,
    proposed_name varchar(100) not null,
    proposed_at   timestamptz  not null,
    outcome       varchar(10),
    decided_by    varchar(100),
    decided_name  varchar(100),
    decided_at    timestamptz,
    opinion       text         not null default ''
);
-- Two tabs make one proposal.
create unique index extension_proposal_one_open on extension_proposal (case_number) where outcome is null;
create index extension_proposal_of_case on extension_proposal (case_number, proposed_at);
create index extension_proposal_waiting on extension_proposal (proposed_at) where outcome is null;
