-- For whom an application is filled in, where that is somebody else than who fills it in.
alter table application add column principal_id uuid references party (id);
