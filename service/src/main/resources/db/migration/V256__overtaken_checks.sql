-- A later check whose grant has ended by an act of its own has nothing to look into any more; nothing need have been found.
alter table later_check drop constraint later_check_result_check;
alter table later_check add constraint later_check_result_check
    check (result in ('KEPT', 'RECTIFIED', 'ANNULLED', 'UPHELD', 'OVERTAKEN'));
alter table later_check drop constraint later_check_check2;
alter table later_check add constraint later_check_check2
    check (settled_at is null or finding is not null or result = 'OVERTAKEN');
