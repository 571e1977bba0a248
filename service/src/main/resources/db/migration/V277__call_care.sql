-- Who looks after a call that does not arrive, what was found out about it, and that it was handed to a person.
alter table outbound add column keeper text, add column keeper_name text;
comment on column outbound.keeper is 'account of the operator who looks after the call; null: nobody by name, as its state says';

create table outbound_note (
    id     bigint generated always as identity primary key,
    call   uuid        not null references outbound (id),
    at     timestamptz not null,
    author text        not null,
    name   text        not null,
    kind   text        not null check (kind in ('note', 'taken', 'rerouted')),
    words  text        not null
);
create index outbound_note_call on outbound_note (call, id);
comment on column outbound_note.words is 'without personal data; said to be so where it is written';
