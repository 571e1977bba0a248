-- In what the last day was counted, so that what is left is said in the same unit: working days, or natural days for days, months,
-- years and a last day that is given.
alter table clock_due add column unit text not null default 'NATURAL_DAYS';
update clock_due d set unit = started.unit
from (
    select distinct on (e.case_number, e.clock, k.kind) e.case_number, e.clock, k.kind,
        case when k.kind = 'PROMISED' then e.promised_unit when e.fixed_due is null then e.limit_unit end as unit
    from case_clock_entry e cross join (values ('STATUTORY'), ('PROMISED')) as k (kind)
    where e.act = 'STARTED'
    order by e.case_number, e.clock, k.kind, e.id desc) started
where started.case_number = d.case_number and started.clock = d.clock and started.kind = d.kind and started.unit is not null;
