-- Which of our sessions belongs to which session of the login server, so that it can end ours on every node.
create table login_session (
    session_id text primary key,
    issuer     text        not null,
    subject    text        not null,
    sid        text,
    since      timestamptz not null default now()
);
create index login_session_sid on login_session (sid);
create index login_session_subject on login_session (subject);
create index login_session_since on login_session (since);
