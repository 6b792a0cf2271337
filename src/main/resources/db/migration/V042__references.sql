-- Who is named in a live text: told once for each person and text.
create table text_mention (
  item    uuid        not null,
  field   varchar(40) character set ascii collate ascii_bin not null comment 'the name of the text within its item',
  person  uuid        not null,
  kind    varchar(20) not null comment 'of the item',
  author  uuid        not null comment 'who named them',
  at      datetime(6) not null,
  gone    tinyint(1)  not null default 0 comment 'the name was taken out again',
  seen_at datetime(6)          comment 'when the person had the item on their screen',
  primary key (item, field, person),
  key open_of_person (person, seen_at, gone, at)
) collate utf8mb4_uca1400_ai_ci;

-- To find what one refers to while typing: by words of the title, not of all that is written.
alter table practice add fulltext key title_words (title);
alter table opportunity add fulltext key title_words (title);
alter table plan add fulltext key title_words (title);
alter table action add fulltext key title_words (title);
