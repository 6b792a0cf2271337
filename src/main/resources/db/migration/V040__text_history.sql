-- Who wrote in each version of a live text, and what a version was made of again.
create table live_text_writer (
  doc    uuid not null,
  person uuid not null,
  primary key (doc, person)
) comment 'who wrote since the last version';

create table live_text_version_person (
  version uuid not null,
  person  uuid not null,
  primary key (version, person),
  constraint version_person_version foreign key (version) references live_text_version (id) on delete cascade
);

alter table live_text_version add column restored uuid comment 'the version whose content was brought back just before';

-- Each change of a field of an action, its lines and its people; live texts have versions instead.
create table action_field_change (
  id      uuid        not null primary key,
  action  uuid        not null,
  line    uuid        not null comment 'the line the field belongs to; the action itself for its own fields',
  field   varchar(40) not null,
  at      datetime(3) not null,
  person  uuid        not null,
  was     mediumtext           comment 'as the field writes its values down; null for none',
  became  mediumtext,
  key of_action (action, id),
  key in_time (action, at),
  constraint field_change_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;
