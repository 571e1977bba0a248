-- 转报: which case goes on, at the organ that took it over, what ended at the first.
create table continuation (
    number varchar(16) primary key references case_file (number),
    ended  varchar(16) not null unique references case_file (number)
);
comment on table continuation is 'the application, its papers and promises were carried over as handed in';
