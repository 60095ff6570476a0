-- What happened is added and never changed, whoever tries; only its arguments may be erased, together with their salt. Only the
-- owner of the tables can take the triggers away, and the chains tell when somebody did. Made anew whenever this file changes.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is only ever added to', tg_table_name using errcode = 'restrict_violation';
end
$$;

create or replace function refuse_all_but_erasure() returns trigger language plpgsql as $$
begin
    if new.arguments is null and new.salt is null
            and to_jsonb(new) - 'arguments' - 'salt' = to_jsonb(old) - 'arguments' - 'salt' then
        return new;
    end if;
    raise exception 'table % is only ever added to', tg_table_name using errcode = 'restrict_violation';
end
$$;

create or replace function refuse_step_back() returns trigger language plpgsql as $$
begin
    if new.chain <> old.chain or new.number <= old.number then
        raise exception 'a chain only ever grows' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

drop trigger if exists append_only on trail;
create trigger append_only before delete or truncate on trail
    for each statement execute function refuse_change();
drop trigger if exists erased_only on trail;
create trigger erased_only before update on trail
    for each row execute function refuse_all_but_erasure();

drop trigger if exists append_only on administration_log;
create trigger append_only before delete or truncate on administration_log
    for each statement execute function refuse_change();
drop trigger if exists erased_only on administration_log;
create trigger erased_only before update on administration_log
    for each row execute function refuse_all_but_erasure();

drop trigger if exists append_only on chain_link;
create trigger append_only before update or delete or truncate on chain_link
    for each statement execute function refuse_change();

drop trigger if exists append_only on chain_head;
create trigger append_only before delete or truncate on chain_head
    for each statement execute function refuse_change();

drop trigger if exists grows on chain_head;
create trigger grows before update on chain_head
    for each row execute function refuse_step_back();
