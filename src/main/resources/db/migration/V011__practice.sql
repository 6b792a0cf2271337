-- Good practices, who finds them useful, and what was made of them elsewhere.
create table practice (
  id         uuid         not null primary key,
  owner      uuid         not null comment 'space of the territory or alliance that did it',
  author     uuid         not null,
  title      varchar(200) not null,
  summary    varchar(240) not null,
  done_in    smallint              comment 'year',
  themes     smallint unsigned not null comment 'bit mask',
  context    mediumtext   not null,
  problem    mediumtext   not null,
  done       mediumtext   not null,
  results    mediumtext   not null,
  cost       mediumtext   not null,
  means      mediumtext   not null,
  partners   mediumtext   not null,
  conditions mediumtext   not null,
  pitfalls   mediumtext   not null,
  contacts   mediumtext   not null,
  sources    mediumtext   not null,
  state      tinyint unsigned not null comment '1 draft, 2 shared',
  created_at datetime(3)  not null,
  changed_at datetime(3)  not null,
  archived_at datetime(3),
  version    bigint       not null,
  fulltext key words (title, summary, done, results)
) collate utf8mb4_uca1400_ai_ci;

-- “Ça nous intéresse”: one person, one practice.
create table practice_interest (
  practice uuid        not null,
  person   uuid        not null,
  space    uuid        not null comment 'for which space they said so',
  at       datetime(3) not null,
  primary key (practice, person),
  key of_space (space, practice)
) collate utf8mb4_uca1400_ai_ci;

-- Lineage: the item (an action) that a practice became somewhere else.
create table practice_taken_up (
  practice uuid        not null,
  item     uuid        not null,
  space    uuid        not null comment 'owner space of the item',
  person   uuid        not null,
  at       datetime(3) not null,
  primary key (practice, item),
  key of_item (item)
) collate utf8mb4_uca1400_ai_ci;
