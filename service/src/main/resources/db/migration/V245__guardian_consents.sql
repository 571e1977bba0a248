-- 监护人同意: for a child under fourteen, who consented to what, word for word.
create table guardian_consent (
    case_number  varchar(16) primary key references case_file (number),
    guardian_id  uuid        not null references party (id),
    child_id     uuid        not null references party (id),
    given_at     timestamptz not null,
    text_version varchar(20) not null,
    text_hash    char(64)    not null,
    text         text        not null,
    check (guardian_id <> child_id)
);
comment on column guardian_consent.text is 'as the guardian read it; text_hash is of its UTF-8 bytes, by the suite in use then';
revoke update, delete on guardian_consent from haina_app;

-- Whether somebody has a guardian is asked where the number of the document tells no birthday.
create index mandate_of_child on mandate (principal_id) where kind = 'GUARDIAN';
