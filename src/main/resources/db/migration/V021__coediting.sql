-- Texts that several people write at once. The state is a Yjs update; the log holds what came after it, one row for each
-- batch, committed before anybody is told. What a batch says does not depend on the order of rows.
create table live_text (
  id         uuid         not null primary key,
  item       uuid         not null,
  item_kind  tinyint unsigned not null,
  kind_name  varchar(20)  not null,
  field      varchar(40)  character set ascii collate ascii_bin not null,
  format     int          not null default 1 comment 'version of the editor’s schema, raised by the first page that knows a newer one',
  state      longblob     not null,
  plain      mediumtext   not null comment 'its words, one line for each block; derived, follows within seconds',
  words      int          not null,
  created_by uuid         not null,
  created_at datetime(3)  not null,
  changed_at datetime(3)  not null,
  changed_by uuid,
  unique key of_item (item, field)
) collate utf8mb4_uca1400_ai_ci;

-- One row for each start of the application: numbers of batches never meet, whatever the clocks say.
create table collab_node (
  id         int          not null auto_increment primary key,
  started_at datetime(3)  not null,
  alive_at   datetime(3)  not null
);

create table collab_update (
  doc     uuid         not null,
  node    int          not null,
  seq     bigint       not null comment 'ascending within a node, in the order of commits',
  person  uuid                  comment 'null when several people wrote in the batch, or the server did',
  at      datetime(3)  not null,
  payload mediumblob   not null,
  primary key (doc, node, seq),
  key of_node (node, seq)
);

-- Who wrote what: from this clock on, what this Yjs client wrote in the document was sent by that person.
create table collab_author (
  doc        uuid   not null,
  client     bigint not null,
  from_clock int    not null,
  person     uuid   not null,
  primary key (doc, client, from_clock)
);

create table live_text_version (
  id      uuid        not null primary key,
  doc     uuid        not null,
  at      datetime(3) not null,
  label   varchar(120)         comment 'null for one kept by itself',
  author  uuid,
  words   int         not null,
  state   longblob    not null,
  content mediumtext  not null comment 'the document as the editor’s JSON',
  key of_text (doc, id)
) collate utf8mb4_uca1400_ai_ci;
