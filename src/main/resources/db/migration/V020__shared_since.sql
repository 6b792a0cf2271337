-- When a door was opened: what was shared while a member was there stays readable once it has left, and nothing that
-- was shared later. Rows from before this migration count as shared from the beginning.
alter table listing add column since bigint unsigned not null default 0 comment 'milliseconds since 1970';
-- Which members have left is asked for every scope that is computed.
alter table alliance_member add key left_by (member, state, ended_at);
