-- On H2 a table of this number says when its file was last written anew. Here vacuum does that: docs/retention.md.
comment on table erasure is 'What is erased stays in the files of the tables until they are vacuumed';
