-- What is attached to items. The bytes live in the file store, named by their SHA-256.
create table attachment (
  id         uuid         not null primary key,
  item       uuid         not null,
  item_kind  tinyint unsigned not null,
  name       varchar(255) not null,
  media_type varchar(100) not null,
  size       bigint       not null comment 'bytes',
  sha256     char(64)     not null,
  added_by   uuid         not null,
  added_at   datetime(3)  not null,
  removed_at datetime(3),
  key of_item (item, id)
) collate utf8mb4_uca1400_ai_ci;
