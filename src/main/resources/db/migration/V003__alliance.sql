-- Alliances, their members and their charters. The id of an alliance is the id of its space.
create table alliance (
  id          uuid         not null primary key,
  slug        varchar(80)  not null unique,
  name        varchar(200) not null,
  short_name  varchar(100) not null,
  tagline     varchar(300) not null,
  kind        varchar(120) not null,
  since       int                   comment 'year',
  description text         not null,
  source      varchar(1000) not null,
  charter_no  int          not null comment 'number of the latest version of the charter',
  version     bigint       not null,
  key by_name (short_name, id)
) collate utf8mb4_uca1400_ai_ci;

create table alliance_member (
  id          uuid        not null primary key,
  alliance    uuid        not null,
  member      uuid        not null comment 'a territory or another alliance',
  member_kind varchar(10) not null,
  state       varchar(10) not null comment 'PROPOSED, ACTIVE, DECLINED, WITHDRAWN, LEFT',
  proposed_side varchar(10) not null comment 'ALLIANCE or MEMBER',
  proposed_by uuid                 comment 'person; null for reference data',
  proposed_at datetime(6) not null,
  answered_by uuid,
  answered_at datetime(6),
  from_date   date                 comment 'null when the member was there before anyone noted it',
  until_date  date                 comment 'last day, known once the member has left',
  ended_by    uuid,
  ended_at    datetime(6),
  version     bigint      not null,
  open        tinyint as (if(state in ('PROPOSED', 'ACTIVE'), 1, null)) persistent
    comment 'makes a second open row for the same pair impossible',
  unique key one_open (alliance, member, open),
  key of_alliance (alliance, state, from_date, id),
  key of_member (member, state, alliance),
  constraint alliance_member_of foreign key (alliance) references alliance (id)
) collate utf8mb4_uca1400_ai_ci;

-- One row, locked by whoever adds a link, so that two links made at once cannot close a circle between them.
create table alliance_graph (id tinyint not null primary key) collate utf8mb4_uca1400_ai_ci;
insert into alliance_graph (id) values (1);

-- Append-only: a charter is changed by adopting the next version.
create table charter (
  id                    uuid        not null primary key,
  alliance              uuid        not null,
  no                    int         not null,
  effective_from        date        not null,
  author                uuid                 comment 'person; null for reference data',
  adopted_at            datetime(6) not null,
  text                  mediumtext  not null comment 'Markdown',
  role_elected          varchar(12)          comment 'role in the space of the alliance; null: none',
  role_staff            varchar(12),
  role_business         varchar(12),
  role_partner          varchar(12),
  hides_businesses      boolean     not null,
  default_audience      varchar(20) not null,
  readable_after_leaving boolean    not null,
  unique key of_alliance (alliance, no),
  constraint charter_of foreign key (alliance) references alliance (id)
) collate utf8mb4_uca1400_ai_ci;
