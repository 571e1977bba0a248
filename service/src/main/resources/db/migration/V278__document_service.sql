-- 送达: how a document reached whom it is for, where it was not served on the page of the case (送达回证).
create table document_service (
    document    uuid primary key references document (id),
    way         varchar(20)  not null check (way in ('DIRECT', 'LEFT', 'MAIL', 'NOTICE')),
    served_on   date         not null,
    receiver    varchar(100) not null,
    proof       varchar(200) not null,
    account     varchar(100) not null,
    name        varchar(100) not null,
    recorded_at timestamptz  not null
);
comment on column document_service.served_on is 'day from which the periods of remedies are counted';
comment on column document_service.proof is 'number of the receipt, the letter or the public notice';
