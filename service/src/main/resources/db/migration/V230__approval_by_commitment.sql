-- Who signed a promise, where it is not the one whom it binds: the agent of an organisation who may promise for it.
alter table commitment add column signer_id uuid references party (id);
update commitment set signer_id = party_id;
alter table commitment alter column signer_id set not null;
comment on column commitment.party_id is 'whom the promise binds and who is listed if it is broken';

-- The power to apply is not the power to promise: the letter says so expressly or not.
alter table mandate add column may_commit boolean not null default false;

-- 责令限期整改: what was promised of an approval is put right first.
alter table later_check drop constraint later_check_result_check;
alter table later_check add check (result in ('KEPT', 'RECTIFIED', 'ANNULLED', 'UPHELD'));
alter table later_check
    add column rectify_by       date,
    add column rectification    text,
    add column rectification_by varchar(100),
    add check ((rectification is null) = (rectification_by is null)),
    add check (rectification is null or rectify_by is not null);
comment on column later_check.rectify_by is 'last day of the order; empty where nothing had to be put right';
comment on column later_check.rectification is 'what was found when the order was looked into';

-- Which case has replaced a certificate, so that annulling a change can give the licence before it back.
alter table certificate add column replaced_by varchar(16) references case_file (number);
create index certificate_replaced_by on certificate (replaced_by) where replaced_by is not null;
create index certificate_number on certificate (title, number) where number is not null;
