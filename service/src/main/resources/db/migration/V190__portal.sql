-- Where first answers of a draft came from, as long as nobody has changed them; who wants to be told of the next round.
create table prefilled_answer (
    application_id uuid        not null references application (id) on delete cascade,
    field          varchar(60) not null,
    source         varchar(40) not null,
    primary key (application_id, field)
);

create table reminder (
    party_id uuid        not null references party (id),
    item_key varchar(60) not null,
    opens    date        not null,
    asked_at timestamptz not null,
    primary key (party_id, item_key, opens)
);
create index reminder_due on reminder (item_key, opens);

-- Pieces uploaded for the answer to a notice that has not been sent yet.
create table correction_piece (
    correction_id bigint      not null references correction (id),
    material      varchar(60) not null,
    file_id       uuid        not null,
    primary key (correction_id, material)
);
