-- Licences as they stand: the latest edition of a number that no act has ended, with the case and the item that granted the first.
-- One whose last day has passed is in it: whether it holds is a question of the day.
create view licence as
select c.id as edition_id, c.case_number as issued_by, granted.number as granted_by, granted.item_key as item, c.title, c.number,
       c.valid_until, first.issued_at as granted_at, holder.applicant_id as holder_id, holder.agent_id
from certificate c
  join case_file holder on holder.number = c.case_number
  join lateral (select o.case_number, o.issued_at from certificate o
                where o.title = c.title and o.number = c.number and o.status <> 'PREPARING' order by o.edition limit 1) first on true
  join case_file granted on granted.number = first.case_number
where c.status = 'VALID' and c.number is not null;
comment on view licence is 'granted_by is the case that has granted the licence; changes, renewals and reissues are further editions of its number';

-- What the daily sweeps look for.
create index certificate_ends on certificate (valid_until) where status = 'VALID' and valid_until is not null;
