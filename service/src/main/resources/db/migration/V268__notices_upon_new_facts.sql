-- A notice upon what became known only after an earlier one, and papers asked for after the acceptance in the place of a
-- promise nobody may rely on.
alter table correction
    add column ground           text,
    add column ground_call      uuid,
    add column after_acceptance boolean not null default false,
    add column dropped_at       timestamptz,
    add check (ground is not null or ground_call is null and not after_acceptance),
    add check (dropped_at is null or after_acceptance);
comment on column correction.ground is 'the fact, as the applicant reads it; null if everything asked for could be seen at once';
comment on column correction.ground_call is 'the call in the ledger that brought it; null if a person found it';
comment on column correction.dropped_at is 'the promise can be relied on again, nothing is asked for any more';
