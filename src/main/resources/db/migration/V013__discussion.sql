-- Comments on items of any kind, in threads one level deep. An item is known by its identifier and kind only.
create table item_comment (
  id          uuid        not null primary key,
  item        uuid        not null,
  kind        varchar(20) not null,
  parent      uuid                 comment 'the comment that opens the thread; null for that one',
  author      uuid        not null,
  body        text        not null comment 'plain text; a mention is written @[person]',
  created_at  datetime(6) not null,
  edited_at   datetime(6),
  deleted_at  datetime(6)          comment 'withdrawn: its place in the thread stays',
  deleted_by  uuid,
  resolved_at datetime(6)          comment 'of a thread',
  resolved_by uuid,
  version     bigint      not null,
  key of_item (item, parent, id),
  key of_thread (parent, id),
  key of_author (author, parent, id)
) collate utf8mb4_uca1400_ai_ci;

create table mention (
  comment     uuid        not null,
  person      uuid        not null,
  thread      uuid        not null,
  item        uuid        not null,
  answered_at datetime(6)          comment 'when the person wrote in the thread after it',
  primary key (comment, person),
  key open_of_person (person, answered_at, comment),
  key of_thread (thread, person)
) collate utf8mb4_uca1400_ai_ci;

-- A person follows or mutes an item or a space.
create table follow (
  person  uuid        not null,
  target  uuid        not null,
  kind    varchar(20) not null comment 'space, or the kind of the item',
  state   tinyint     not null comment '0 following, 1 muted',
  since   datetime(6) not null,
  read_at datetime(6) not null comment 'when the person last opened the discussion',
  primary key (person, target),
  key of_person (person, state, read_at),
  key of_target (target, state, person)
) collate utf8mb4_uca1400_ai_ci;

-- What happened, one row for a burst of the same act by the same person on the same item.
create table activity (
  id     uuid         not null primary key,
  at     datetime(6)  not null comment 'of the last act of the burst',
  actor  uuid                  comment 'null for the system',
  item   uuid         not null,
  kind   varchar(20)  not null,
  owner  uuid         not null,
  verb   varchar(40)  not null,
  detail varchar(300) not null,
  times  int unsigned not null,
  key of_owner (owner, at, id),
  key of_item (item, at, id)
) collate utf8mb4_uca1400_ai_ci;

-- When each person last looked at home.
create table home_seen (
  person uuid        not null primary key,
  at     datetime(6) not null
) collate utf8mb4_uca1400_ai_ci;
