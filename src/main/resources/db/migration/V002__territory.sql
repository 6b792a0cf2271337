-- Territories and the reference data they stand on. Everything here but outlines is read from seeds/reference.
create table reference_load (
  name      varchar(40)  not null primary key,
  checksum  char(64)     not null comment 'SHA-256 of the files and of the reading rules',
  loaded_at datetime(3)  not null
) collate utf8mb4_uca1400_ai_ci;

create table region (
  code      char(2)      not null primary key,
  name      varchar(60)  not null,
  overseas  tinyint      not null,
  latitude  double       not null,
  longitude double       not null
) collate utf8mb4_uca1400_ai_ci;

create table department (
  code      varchar(3)   not null primary key,
  name      varchar(60)  not null,
  region    char(2)      not null,
  latitude  double       not null,
  longitude double       not null,
  key of_region (region, code)
) collate utf8mb4_uca1400_ai_ci;

create table territory (
  id            uuid         not null primary key comment 'its space: named after the SIREN',
  siren         varchar(9)   not null unique,
  name          varchar(200) not null,
  official_name varchar(200) not null,
  legal_type    varchar(5)   not null,
  population    int unsigned not null,
  department    varchar(3)   not null,
  region        char(2)      not null,
  latitude      double       not null,
  longitude     double       not null,
  communes      smallint unsigned not null,
  folded        varchar(200) not null comment 'lower case, without accents',
  outline       mediumtext            comment 'SVG path in a square of 1,000, from an official outline',
  version       bigint       not null,
  key of_department (department, folded),
  key of_region (region, folded),
  constraint territory_department foreign key (department) references department (code),
  constraint territory_region foreign key (region) references region (code)
) collate utf8mb4_uca1400_ai_ci;

create table commune (
  code       char(5)      not null primary key,
  territory  uuid         not null,
  name       varchar(80)  not null,
  department varchar(3)   not null,
  population int unsigned not null,
  folded     varchar(80)  not null,
  key by_name (folded, population),
  key of_territory (territory, population)
) collate utf8mb4_uca1400_ai_ci;

-- The communes whose place on the map is known.
create table town (
  commune    char(5)      not null primary key,
  territory  uuid         not null,
  name       varchar(80)  not null,
  population int unsigned not null,
  latitude   double       not null,
  longitude  double       not null,
  key of_territory (territory, population)
) collate utf8mb4_uca1400_ai_ci;

-- One row per word of the name of a territory or commune: what a few typed letters are looked up in.
create table place_word (
  word       varchar(40)  not null,
  kind       char(1)      not null comment 'T territory, C commune',
  code       varchar(9)   not null comment 'SIREN or commune code',
  territory  uuid         not null,
  population int unsigned not null,
  folded     varchar(200) not null,
  name       varchar(200) not null,
  primary key (word, kind, code)
) character set ascii collate ascii_bin;
alter table place_word modify name varchar(200) character set utf8mb4 collate utf8mb4_uca1400_ai_ci not null;

create table naf_section (
  code  char(1)      not null primary key,
  label varchar(200) not null
) collate utf8mb4_uca1400_ai_ci;

create table naf_division (
  code    char(2)      not null primary key,
  label   varchar(200) not null,
  section char(1)      not null,
  key of_section (section, code)
) collate utf8mb4_uca1400_ai_ci;

create table legal_category (
  code   varchar(2)   not null primary key,
  label  varchar(200) not null,
  parent varchar(2)
) collate utf8mb4_uca1400_ai_ci;

create table public_holiday (
  day     date        not null,
  label   varchar(60) not null,
  only_in varchar(60) not null comment 'empty: everywhere',
  primary key (day, label, only_in)
) collate utf8mb4_uca1400_ai_ci;
