-- What moved in a space is told from this index alone: without the owner in it, every row that moved was read.
alter table listing drop key by_moved,
  add key by_moved (door, archived, moved_slot, moved, item, kind, owner);
