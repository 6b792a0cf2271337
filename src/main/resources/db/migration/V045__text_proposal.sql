-- Other words that somebody proposes for those a thread is about (comment_place), and what became of it.
create table text_proposal (
  comment    uuid         not null primary key,
  words      varchar(2000) not null comment 'the words as they were when it was proposed: only these are replaced',
  instead    varchar(2000) not null comment 'empty to take them away',
  accepted   bit(1)       null comment 'null while nobody has decided',
  decided_by uuid         null,
  decided_at datetime(6)  null
) collate utf8mb4_uca1400_ai_ci;
