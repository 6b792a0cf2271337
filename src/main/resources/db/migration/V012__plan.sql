-- Action plans: plans, their axes, their actions and all that hangs on an action.
create table plan (
  id          uuid          not null primary key,
  owner       uuid          not null comment 'space',
  title       varchar(300)  not null,
  type        varchar(30)   not null,
  starts      date,
  ends        date,
  summary     mediumtext    not null comment 'Markdown',
  state       varchar(12)   not null,
  decided_on  date                   comment 'day of the last step of approval',
  author      uuid          not null,
  created_at  datetime(3)   not null,
  changed_at  datetime(3)   not null,
  archived_at datetime(3),
  version     bigint        not null,
  key of_owner (owner, id)
) collate utf8mb4_uca1400_ai_ci;

create table plan_person (
  plan     uuid        not null,
  part     varchar(10) not null,
  person   uuid        not null,
  added_at datetime(3) not null,
  primary key (plan, part, person),
  constraint plan_person_plan foreign key (plan) references plan (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

-- A place sorts its siblings: moving one writes one row, whatever stands around it.
create table axis (
  id     uuid         not null primary key,
  plan   uuid         not null,
  parent uuid,
  depth  tinyint      not null comment '1 to 3',
  place  varchar(120) character set ascii collate ascii_bin not null,
  title  varchar(200) not null,
  key of_plan (plan, parent, place),
  constraint axis_plan foreign key (plan) references plan (id) on delete cascade,
  constraint axis_parent foreign key (parent) references axis (id)
) collate utf8mb4_uca1400_ai_ci;

create table action (
  id                uuid          not null primary key,
  plan              uuid          not null,
  owner             uuid          not null comment 'space, that of the plan: locking an action touches no plan',
  axis              uuid,
  parent            uuid                   comment 'the action of which this is a sub-action',
  place             varchar(120) character set ascii collate ascii_bin not null,
  title             varchar(300)  not null,
  description       mediumtext    not null default '' comment 'Markdown, as are all long texts',
  objectives        mediumtext    not null default '',
  means             mediumtext    not null default '',
  status            varchar(12)   not null,
  done_on           date,
  phase             varchar(12),
  priority          varchar(12),
  starts            date,
  ends              date,
  yearly            tinyint(1)    not null default 0 comment 'comes again every year',
  national_axis     varchar(30),
  results           mediumtext    not null default '',
  jobs              int                    comment 'expected',
  risks             mediumtext    not null default '',
  blocking_cause    varchar(1000) not null default '',
  blocking_remedy   varchar(1000) not null default '' comment 'what would lift it',
  site              varchar(500)  not null default '' comment 'address, commune, parcel or business park',
  targets           varchar(500)  not null default '' comment 'the public it is meant for',
  themes            smallint unsigned not null default 0 comment 'bit mask',
  lead_organization uuid,
  lead_service      varchar(200)  not null default '',
  governance        varchar(300)  not null default '',
  origin_practice   uuid                   comment 'the practice it was taken up from',
  author            uuid          not null,
  created_at        datetime(3)   not null,
  archived_at       datetime(3),
  key of_plan (plan, axis, parent, place),
  key of_parent (parent, place),
  key of_origin (origin_practice),
  constraint action_plan foreign key (plan) references plan (id) on delete cascade,
  constraint action_axis foreign key (axis) references axis (id),
  constraint action_parent foreign key (parent) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

-- Each field its own version. A field never touched has no row: its version is 0.
create table action_field (
  action     uuid        not null,
  line       uuid        not null comment 'the line the field belongs to; the action itself for its own fields',
  field      varchar(40) not null,
  version    bigint      not null,
  changed_by uuid        not null,
  changed_at datetime(3) not null,
  previous   mediumtext           comment 'what stood there before',
  primary key (action, line, field),
  constraint action_field_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table action_person (
  action   uuid        not null,
  part     varchar(10) not null,
  person   uuid        not null,
  added_at datetime(3) not null,
  primary key (action, part, person),
  key of_person (person, part, action),
  constraint action_person_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table action_partner (
  id           uuid         not null primary key,
  action       uuid         not null,
  organization uuid                  comment 'when it is in the directory',
  name         varchar(200) not null,
  unique key once (action, name),
  constraint action_partner_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table budget_line (
  id      uuid        not null primary key,
  action  uuid        not null,
  kind    varchar(12) not null default 'INVESTMENT',
  unit    varchar(8)  not null default 'EUR',
  year    smallint,
  planned decimal(15, 2),
  actual  decimal(15, 2),
  key of_action (action, id),
  constraint budget_line_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table funding_line (
  id     uuid         not null primary key,
  action uuid         not null,
  funder varchar(200) not null default '',
  amount decimal(15, 2),
  state  varchar(12)  not null default 'FORESEEN',
  due    date,
  key of_action (action, id),
  constraint funding_line_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table indicator (
  id     uuid         not null primary key,
  action uuid         not null,
  name   varchar(200) not null default '',
  unit   varchar(60)  not null default '',
  target decimal(18, 4),
  key of_action (action, id),
  constraint indicator_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table indicator_value (
  id        uuid         not null primary key,
  action    uuid         not null,
  indicator uuid         not null,
  measured  date,
  amount    decimal(18, 4),
  source    varchar(300) not null default '',
  key of_action (action, id),
  constraint indicator_value_action foreign key (action) references action (id) on delete cascade,
  constraint indicator_value_indicator foreign key (indicator) references indicator (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;

create table step (
  id     uuid         not null primary key,
  action uuid         not null,
  title  varchar(300) not null default '',
  done   tinyint(1)   not null default 0,
  due    date,
  key of_action (action, id),
  constraint step_action foreign key (action) references action (id) on delete cascade
) collate utf8mb4_uca1400_ai_ci;
