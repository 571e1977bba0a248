-- Printed documents lie in the file store; each case has one receipt voucher, issued in the background.
alter table document drop column printed;
alter table document add column file_id uuid references stored_file (id);
alter table document add column print_attempts int not null default 0;
alter table document add column print_problem varchar(100);
comment on column document.print_problem is 'kind of error only: messages may carry personal data';
create unique index document_one_receipt on document (case_number) where type = 'RECEIPT_VOUCHER';
-- Block ranges cost next to nothing when a case is received; the sweep reads the newest cases only.
create index case_file_received on case_file using brin (received_at);
