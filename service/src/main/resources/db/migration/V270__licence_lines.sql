-- What the sweeps over licences look for stands on each edition, so that a sweep reads what is due and nothing else.
alter table certificate
    add column granted_by varchar(16) references case_file (number),
    add column item       varchar(60),
    add column granted_at timestamptz,
    add column next_check int,
    add column told       boolean not null default false;
comment on column certificate.granted_by is 'the case that has issued the first edition of this number; empty until the edition is sealed';
comment on column certificate.item is 'the item of that case';
comment on column certificate.granted_at is 'when the first edition was issued';
comment on column certificate.next_check is 'year of the next yearly check, the same on all editions of a number; null while one is open';
comment on column certificate.told is 'the holder has been told that the last day of this edition is near';

update certificate c
set granted_by = granted.number, item = granted.item_key, granted_at = first.issued_at,
    told = exists (select 1 from renewal_notice r where r.edition_id = c.id),
    next_check = case
        when exists (select 1 from yearly_check y where y.case_number = granted.number and y.settled_at is null) then null
        else 1 + greatest(extract(year from first.issued_at at time zone 'Asia/Shanghai')::int,
                          (select max(y.year) from yearly_check y
                           where y.licence_title = own.title and y.licence_number = own.number)) end
from certificate own
  join lateral (select o.case_number, o.issued_at from certificate o
                where o.title = own.title and o.number = own.number and o.status <> 'PREPARING' order by o.edition limit 1) first on true
  join case_file granted on granted.number = first.case_number
where c.id = own.id and own.status <> 'PREPARING';

create or replace view licence as
select c.id as edition_id, c.case_number as issued_by, c.granted_by, c.item, c.title, c.number,
       c.valid_until, c.granted_at, holder.applicant_id as holder_id, holder.agent_id, c.next_check, c.told
from certificate c
  join case_file holder on holder.number = c.case_number
where c.status = 'VALID' and c.number is not null;

-- Whose check is due: not yet looked into up to this year, and not past the last day.
create index certificate_unchecked on certificate (item, next_check, coalesce(valid_until, 'infinity'::date)) where status = 'VALID';
-- Without this the planner takes a third of all for not yet ended.
create statistics certificate_last_days on (coalesce(valid_until, 'infinity'::date)) from certificate;
-- Whose last day is near and who has not been told.
create index certificate_untold on certificate (item, valid_until) where status = 'VALID' and not told;
