-- An item that is a part of another says of which: what somebody sees of a plan is found in the rows of lists alone,
-- instead of being asked for action by action. Each step may be repeated, should the migration be cut short.
alter table listing add column if not exists container uuid comment 'the item this one is a part of: the plan of an action';
update listing l join action a on a.id = l.item set l.container = a.plan where l.kind = 4 and l.container is null;
alter table listing add key if not exists inside (container, door, archived, item, since);
-- The card of a plan reads of its actions the status, of their budget what is planned: from these keys alone.
alter table action drop key of_plan, add key of_plan (plan, axis, parent, place, archived_at, status);
alter table budget_line drop key of_action, add key of_action (action, id, unit, planned);
