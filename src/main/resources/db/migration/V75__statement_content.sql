-- What the parties sign when they sign the accounts: canonical JSON of the postings, its SHA-256, and the SHA-256 that each
-- answer was given on. Of statements computed before, only the number of the version is known.
alter table account_statement add column content text;
alter table account_statement add column hash char(64);
alter table statement_answer add column hash char(64);
