-- The words of a text that a thread is about. That they are still there is told by the text itself.
create table comment_place (
  comment uuid         not null primary key,
  field   varchar(40)  character set ascii collate ascii_bin not null comment 'the name of the text within its item',
  quote   varchar(300) not null comment 'the words as they were when somebody began to speak of them'
) collate utf8mb4_uca1400_ai_ci;
