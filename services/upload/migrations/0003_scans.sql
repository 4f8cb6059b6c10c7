-- A file whose pages are pictures is read a second time, by a job of its own (OCR). While it waits for that job it is
-- UPLOADED like any document that waits, and shown as being read.
alter table documents add column reads_pictures boolean not null default false;

drop trigger document_updated on documents;
create trigger document_updated before update of
  status, failure, verdict, pages, transaction_count, new_transaction_count, same_statement_as,
  said_currency, said_year, file_name, size_bytes, reads_pictures on documents
  for each row execute function document_changes();
