-- Each licence that comes near its last day is told of once; the card on the holder's page needs no row.
create table renewal_notice (
    edition_id uuid primary key references certificate (id),
    told_at    timestamptz not null,
    message_id uuid
);
comment on column renewal_notice.message_id is 'empty where nobody can be reached by message: an organisation that applied without an agent';
