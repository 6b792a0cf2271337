-- That somebody's rights changed: how the nodes of an installation tell each other. Rows leave after some minutes.
create table access_change (
  id   bigint unsigned not null primary key auto_increment,
  node uuid            not null,
  at   datetime(3)     not null,
  key by_age (at)
);
