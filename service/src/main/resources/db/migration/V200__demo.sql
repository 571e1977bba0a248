-- What the demo content has made; empty outside demo mode.
create table demo_case (
    person      text primary key,
    case_number text not null unique
);

create table demo_fill (
    filled_at timestamptz not null
);
