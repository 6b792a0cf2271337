-- What the demonstration set has made, so that a start that was cut short goes on where it was.
create table demonstration_item (
  name varchar(150) not null primary key comment 'the kind and the key in seeds/demo',
  id   uuid         not null
) collate utf8mb4_uca1400_ai_ci;
