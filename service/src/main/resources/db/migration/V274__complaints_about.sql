-- Whoever takes a case in hand is asked for the complaints about it, from then on closed to him.
create index complaint_about on complaint (about) where about is not null;
