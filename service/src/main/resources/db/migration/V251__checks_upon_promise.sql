-- Questions that are asked only because something was promised (信用): they say nothing of the application itself.
alter table case_check add column upon_promise boolean not null default false;
