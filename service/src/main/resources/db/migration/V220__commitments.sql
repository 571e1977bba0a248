-- What applicants promised in writing instead of proving it, word for word, and what came of it.
create table commitment (
    case_number  varchar(16)  not null references case_file (number),
    material_key varchar(60)  not null,
    party_id     uuid         not null references party (id),
    signed_at    timestamptz  not null,
    text_version varchar(20)  not null,
    text_hash    char(64)     not null,
    text         text         not null,
    broken_at    timestamptz,
    restored_at  timestamptz,
    restored_by  varchar(100),
    restored_why text,
    primary key (case_number, material_key),
    check (restored_at is null or broken_at is not null),
    check ((restored_at is null) = (restored_by is null) and (restored_at is null) = (restored_why is null))
);
create index commitment_broken on commitment (party_id) where broken_at is not null and restored_at is null;
comment on column commitment.text is 'as the applicant read it; text_hash is of its UTF-8 bytes, by the suite in use then';
comment on column commitment.broken_at is 'until restored_at the party can promise nothing more (信用修复)';

-- The later check of a case: what was found, and what was decided upon it.
create table later_check (
    case_number      varchar(16) primary key references case_file (number),
    process_instance varchar(64) not null,
    opened_at        timestamptz not null,
    finding          text,
    found_by         varchar(100),
    result           varchar(10) check (result in ('KEPT', 'ANNULLED', 'UPHELD')),
    reasons          text,
    settled_at       timestamptz,
    check ((result is null) = (settled_at is null)),
    check ((finding is null) = (found_by is null)),
    check (settled_at is null or finding is not null)
);

alter table certificate add column edition int not null default 1;
comment on column certificate.edition is 'rises with every reissue under the same number; part of the identifier';
