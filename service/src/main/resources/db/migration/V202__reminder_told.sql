-- What came of a reminder: told once, when a round it asked for has opened. The sweep reads the untold ones of an item
-- whose round is open.
alter table reminder
    add column told_at      timestamptz,
    add column round_name   varchar(60),
    add column round_closes date,
    add column message_id   uuid,
    add column retry_at     timestamptz,
    add constraint reminder_told_whole
        check ((told_at is null) = (message_id is null) and (told_at is null) = (round_closes is null));
create index reminder_untold on reminder (item_key, opens) where told_at is null;
drop index reminder_due;
