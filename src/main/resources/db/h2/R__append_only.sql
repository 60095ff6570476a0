-- The example's database refuses and allows the same by Java, but for "truncate", which H2 asks no trigger about. Made anew whenever
-- this file changes.
drop trigger if exists trail_append_only;
create trigger trail_append_only before update, delete on trail for each row
    call 'org.jointflights.persistence.example.ErasureOnlyTrigger';

drop trigger if exists administration_log_append_only;
create trigger administration_log_append_only before update, delete on administration_log for each row
    call 'org.jointflights.persistence.example.ErasureOnlyTrigger';

drop trigger if exists chain_link_append_only;
create trigger chain_link_append_only before update, delete on chain_link
    call 'org.jointflights.persistence.example.AppendOnlyTrigger';

drop trigger if exists chain_head_append_only;
create trigger chain_head_append_only before delete on chain_head
    call 'org.jointflights.persistence.example.AppendOnlyTrigger';
