-- Since when a carrier under contract has to name a new price, because the plan has changed.
alter table contract add column price_asked timestamp with time zone;
