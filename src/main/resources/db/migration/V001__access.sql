-- Scopes, doors and the list table: see docs/decisions/003-doors-and-keys.md.
create table scope (
  no   int unsigned not null auto_increment primary key,
  kind char(1)      not null,
  ref  uuid         not null unique
) collate utf8mb4_uca1400_ai_ci;

insert into scope (no, kind, ref) values
  (1, 'N', '00000000-0000-0000-0000-000000000001'),
  (2, 'W', '00000000-0000-0000-0000-000000000002');
alter table scope auto_increment = 16;

-- One row per item and door: the audience of an item, and all that lists filter and sort on.
create table listing (
  door       int unsigned      not null,
  kind       tinyint unsigned  not null,
  archived   tinyint unsigned  not null,
  slot       smallint unsigned not null comment 'first two bytes of the UUIDv7: 49.7 days',
  item       uuid              not null,
  level      tinyint unsigned  not null,
  status     tinyint unsigned  not null,
  facet      tinyint unsigned  not null comment 'what the kind of content divides itself into',
  themes     smallint unsigned not null comment 'bit mask',
  owner      int unsigned      not null comment 'scope of the owner space',
  deadline   date,
  due_slot   smallint unsigned comment 'to_days(deadline) >> 5',
  moved      bigint unsigned   not null comment 'last event, milliseconds since 1970',
  moved_slot smallint unsigned not null comment 'moved >> 29: 6.2 days',
  primary key (door, kind, archived, slot, item),
  key audience (item, door),
  key by_status (door, kind, archived, status, slot, item, facet, themes, owner, deadline),
  key by_owner (door, kind, archived, owner, slot, item, status, facet, themes, deadline),
  key by_deadline (door, kind, archived, due_slot, deadline, item, status, facet, themes, owner),
  key by_moved (door, archived, moved_slot, moved, item, kind)
) collate utf8mb4_uca1400_ai_ci;

create table space (
  id         uuid          not null primary key,
  kind       char(1)       not null comment 'T territory, A alliance',
  name       varchar(200)  not null,
  short_name varchar(100)  not null,
  path       varchar(200)  not null unique,
  hue        tinyint       not null,
  emblem     mediumtext    not null
) collate utf8mb4_uca1400_ai_ci;

create table audit_entry (
  id        uuid         not null primary key,
  at        datetime(3)  not null,
  actor     uuid                  comment 'person; null for the system and for nobody',
  operation varchar(40)  not null,
  subject_kind varchar(20) not null,
  subject   uuid,
  space     uuid,
  detail    varchar(2000) not null,
  address   varchar(45)  not null,
  key of_subject (subject, id),
  key of_actor (actor, id),
  key of_space (space, id)
) collate utf8mb4_uca1400_ai_ci;

-- Spring Modulith's publication registry: events that must survive a crash.
create table EVENT_PUBLICATION (
  id                     varchar(36)   not null primary key,
  listener_id            varchar(512)  not null,
  event_type             varchar(512)  not null,
  serialized_event       varchar(4000) not null,
  publication_date       timestamp(6)  not null,
  completion_date        timestamp(6)  null default null,
  status                 varchar(20)   null,
  completion_attempts    int           null,
  last_resubmission_date timestamp(6)  null default null,
  key event_publication_by_completion_date_idx (completion_date)
) collate utf8mb4_uca1400_ai_ci;
