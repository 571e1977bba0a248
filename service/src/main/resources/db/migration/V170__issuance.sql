-- Certificates: one per case; the file lies in the file store, its hash and what anybody may see of it lie here.
create table certificate (
    id            uuid primary key,
    case_number   varchar(16)  not null unique references case_file (number),
    code          char(26)     not null unique,
    title         varchar(100) not null,
    status        varchar(12)  not null default 'PREPARING',
    number        varchar(60),
    identifier    varchar(100) unique,
    public_facts  jsonb        not null default '[]',
    file_id       uuid references stored_file (id),
    hash          char(64) unique,
    requested_at  timestamptz  not null,
    issued_at     timestamptz,
    valid_until   date,
    registered_at timestamptz,
    ended_at      timestamptz,
    end_reason    varchar(500),
    check (status = 'PREPARING' or (number is not null and identifier is not null and file_id is not null
                                    and hash is not null and issued_at is not null))
);
comment on column certificate.code is 'what the QR code carries: 130 random bits, so that it cannot be guessed';
comment on column certificate.hash is 'of the signed file, by the suite in use when it was signed';
comment on column certificate.public_facts is 'label and value of what the definition lets anybody see';
