-- Everything that leaves the system. The row is written in the transaction that decides the call; the relay makes the
-- call afterwards, at least once, under the row's id as request id. Leases and back-off are counted by this database.
create table outbound (
    id          uuid primary key,
    seq         bigint generated always as identity unique,
    case_number text        not null,
    kind        text        not null check (kind in ('register', 'push', 'certificate')),
    register    text        not null,
    query       text        not null,
    reference   text        not null,
    purpose     text        not null,
    parameters  bytea       not null,
    state       text        not null default 'pending'
        check (state in ('pending', 'running', 'answered', 'manual', 'failed', 'cancelled')),
    attempts    int         not null default 0,
    next_at     timestamptz not null default now(),
    lease_until timestamptz,
    owner       uuid,
    deadline    timestamptz not null,
    give_up_at  timestamptz,
    given_up_at timestamptz,
    last_error  text,
    answer      bytea,
    settlement  text,
    correlation text        not null,
    created_at  timestamptz not null default now(),
    done_at     timestamptz
);
comment on column outbound.reference is 'the caller''s own key, handed back with the answer';
comment on column outbound.owner is 'claim under which the call runs now; a later claim makes an earlier one void';
comment on column outbound.give_up_at is 'when to tell the caller that a person must take over; null once told or done';
comment on column outbound.last_error is 'code only, never text of an authority';
comment on column outbound.settlement is 'reason an operator gave for closing the row by hand';

create index outbound_due on outbound (register, next_at) where state in ('pending', 'running', 'manual');
create index outbound_give_up on outbound (give_up_at) where give_up_at is not null;
create index outbound_case on outbound (case_number, seq);
create index outbound_open on outbound (created_at) where state in ('pending', 'running', 'manual', 'failed');
create index outbound_list on outbound (state, seq);
