-- What was taken back while nothing followed: the task that was opened anew, and the line that had told of it.
alter table work_item add column taken_back_at timestamptz;
comment on column work_item.taken_back_at is 'its outcome does not count any more; the task was opened anew';
alter table case_event add column taken_back_at timestamptz;
comment on column case_event.taken_back_at is 'what the line tells was taken back; whoever reads the line is told so';

-- And what turns out to be nobody's to read, such as a minor's grant, goes from the list; what was withheld of it is kept.
alter table published_grant add column retracted_at timestamptz;
comment on column published_grant.retracted_at is 'the case gives no entry any more; read by nobody until it does again';
