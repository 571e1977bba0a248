-- Numbers of certificates that we number ourselves: without gaps, so no sequence object, whose values are never given back.
create table certificate_sequence (
    type  char(21)    not null,
    year  varchar(4)  not null,
    organ varchar(6)  not null,
    last  bigint      not null,
    primary key (type, year, organ)
);
comment on column certificate_sequence.type is 'licence type code';
comment on column certificate_sequence.year is 'empty where the numbers run on over the years';
comment on column certificate_sequence.organ is 'empty where all organs share one sequence';
