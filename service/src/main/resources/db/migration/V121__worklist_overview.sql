-- The supervisors' list goes over all districts.
create index work_item_overview on work_item (due_on, id) where closed_at is null;
