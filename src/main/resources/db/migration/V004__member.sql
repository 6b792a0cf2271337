-- People, organizations and who belongs where.
create table person (
  id             uuid         not null primary key,
  email          varchar(254) character set utf8mb4 collate utf8mb4_bin not null unique comment 'lower case',
  name           varchar(120) not null,
  function_title varchar(160) not null,
  locale         varchar(5)   not null,
  color_scheme   varchar(5)   not null comment 'AUTO, LIGHT, DARK',
  password_hash  varchar(200)          comment 'Argon2id; null until the first invitation is accepted',
  administrator  boolean      not null,
  disabled       boolean      not null,
  sign_in_epoch  int          not null comment 'raised to sign out everywhere',
  created_at     datetime(6)  not null,
  version        bigint       not null,
  key by_name (name, id)
) collate utf8mb4_uca1400_ai_ci;

create table organization (
  id           uuid          not null primary key,
  kind         varchar(20)   not null,
  name         varchar(200)  not null,
  siren        char(9)       unique,
  siret        char(14),
  naf_division char(2),
  home         uuid                   comment 'space whose coordinators look after it',
  summary      varchar(2000) not null,
  looks_for    varchar(2000) not null,
  offers       varchar(2000) not null,
  version      bigint        not null,
  key by_name (name, id),
  key by_home (home, name, id)
) collate utf8mb4_uca1400_ai_ci;

create table membership (
  id           uuid          not null primary key,
  person       uuid          not null,
  space        uuid          not null,
  organization uuid          not null,
  profile      varchar(10)   not null,
  role         varchar(12)   not null,
  from_date    date          not null,
  until_date   date                   comment 'last day that counts',
  state        varchar(10)   not null comment 'REQUESTED, INVITED, ACTIVE, SUSPENDED, ENDED',
  message      varchar(2000) not null comment 'what the person wrote when asking',
  decided_by   uuid,
  decided_at   datetime(6),
  created_at   datetime(6)   not null,
  version      bigint        not null,
  live         tinyint as (if(state = 'ENDED', null, 1)) persistent comment 'one living membership of a kind',
  unique key one_live (person, space, organization, profile, live),
  key of_person (person, state, space, organization, profile, role, from_date, until_date),
  key of_space (space, state, id),
  key of_organization (organization, state, space),
  constraint membership_person foreign key (person) references person (id),
  constraint membership_organization foreign key (organization) references organization (id)
) collate utf8mb4_uca1400_ai_ci;

-- The way into an invited membership: a link, sent by mail, that works once.
create table invitation (
  id         uuid        not null primary key,
  membership uuid        not null,
  token_hash binary(32)  not null unique comment 'SHA-256',
  expires_at datetime(6) not null,
  used_at    datetime(6),
  revoked_at datetime(6),
  invited_by uuid,
  created_at datetime(6) not null,
  key of_membership (membership, id),
  constraint invitation_membership foreign key (membership) references membership (id)
) collate utf8mb4_uca1400_ai_ci;

create table password_reset (
  id         uuid        not null primary key,
  person     uuid        not null,
  token_hash binary(32)  not null unique comment 'SHA-256',
  expires_at datetime(6) not null,
  used_at    datetime(6),
  key of_person (person, id),
  constraint password_reset_person foreign key (person) references person (id)
) collate utf8mb4_uca1400_ai_ci;

-- Failed sign-ins, per account and per address. What was typed is kept as a digest: a password typed in the wrong
-- field must not end up readable here.
create table sign_in_failure (
  subject    binary(32)  not null primary key comment 'SHA-256 of kind and account or address',
  failures   int         not null,
  last_at    datetime(6) not null,
  wait_until datetime(6) not null,
  key by_last (last_at)
) collate utf8mb4_uca1400_ai_ci;
