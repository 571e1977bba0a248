-- The organ a document bears: only it corrects a slip in it. Absent for those issued when a case had one organ only.
alter table document add column org char(18);
