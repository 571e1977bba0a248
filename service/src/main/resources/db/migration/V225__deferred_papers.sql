-- 容缺受理: secondary papers promised in writing for after the acceptance, word for word, and what came of each.
create table deferred_paper (
    case_number  varchar(16) not null references case_file (number),
    material_key varchar(60) not null,
    party_id     uuid        not null references party (id),
    signed_at    timestamptz not null,
    text_version varchar(20) not null,
    text_hash    char(64)    not null,
    text         text        not null,
    deferred_at  timestamptz,
    supplied_at  timestamptz,
    rejected_why text,
    checked_by   varchar(100),
    settled_at   timestamptz,
    primary key (case_number, material_key),
    check (supplied_at is null or deferred_at is not null),
    check (settled_at is null or supplied_at is not null),
    check (checked_by is not null or settled_at is null and rejected_why is null)
);
comment on column deferred_paper.text is 'as the applicant read it; text_hash is of its UTF-8 bytes, by the suite in use then';
comment on column deferred_paper.deferred_at is 'when the application was accepted without it; null if it came before';
comment on column deferred_paper.supplied_at is 'null again if what arrived was not in order';
