-- 监护人撤回同意: a consent stays as it was given; when it was withdrawn is added.
alter table guardian_consent add column withdrawn_at timestamptz;
comment on column guardian_consent.withdrawn_at is 'when the guardian withdrew it together with the application; nothing else of a consent ever changes';
grant update (withdrawn_at) on guardian_consent to haina_app;
