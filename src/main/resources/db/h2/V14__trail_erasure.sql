-- The chains begin anew, with other hashes: the first start gives all that is there its place. The triggers are made again by
-- R__append_only.sql.
drop trigger if exists chain_link_append_only;
delete from chain_link;
update chain_head set number = 0, hash = repeat('0', 64);

-- What an entry's hash covers instead of its arguments; docs/trail.md.
alter table chain_link add column kept varchar(8000) not null;
alter table chain_link add column digest varchar(64) not null;

-- What people typed can be erased from the logs: the arguments go together with their salt, of 244 random bits, while their
-- digest stays in the chain.
drop trigger if exists trail_append_only;
alter table trail alter column arguments drop not null;
alter table trail add column salt varchar(64)
    default replace(cast(random_uuid() as varchar) || cast(random_uuid() as varchar), '-', '');
alter table trail add constraint trail_erased_whole check ((arguments is null) = (salt is null));

drop trigger if exists administration_log_append_only;
alter table administration_log alter column arguments drop not null;
alter table administration_log add column salt varchar(64)
    default replace(cast(random_uuid() as varchar) || cast(random_uuid() as varchar), '-', '');
alter table administration_log add constraint administration_log_erased_whole check ((arguments is null) = (salt is null));
