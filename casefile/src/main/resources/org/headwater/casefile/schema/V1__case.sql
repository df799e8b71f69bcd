-- The embedded store of a case. What stands under "derived" can be dropped and is made again from the rest.

-- Evidence: one row for each distinct original; its bytes lie under their digest in the folder of originals.
create table item (
  id varchar(64) not null primary key,
  sha256 varchar(64) not null,
  media_type varchar(200) not null,
  size bigint not null,
  name varchar(1000) not null,
  taken_at varchar(40) not null,
  taken_from varchar(4000) not null,
  taken_by varchar(200) not null
);

-- What was looked at and what came of it: files by path, entries of archives by path and entry.
create table intake (
  path varchar(4000) not null primary key,
  size bigint not null,
  modified bigint not null,
  item varchar(64),
  outcome varchar(20) not null,
  fault varchar(40),
  message varchar(4000) not null,
  top_level boolean not null
);

-- Derived, one document at a time.
create table document (
  id varchar(64) not null primary key,
  item varchar(64) not null,
  part varchar(1000) not null,
  file varchar(1000) not null,
  reader varchar(100) not null,
  text clob not null,
  facts clob not null
);

create table reading (
  document varchar(64) not null primary key,
  codebook varchar(200) not null,
  statements clob not null,
  names clob not null
);

-- Derived, over the whole case at once.
create table statement (
  id varchar(64) not null primary key,
  place bigint not null,
  document varchar(64) not null,
  kind varchar(100) not null,
  body clob not null
);
create index statement_document on statement (document);

create table entity (
  id varchar(64) not null primary key,
  place bigint not null,
  body clob not null
);


create table derivation (
  id varchar(64) not null primary key,
  place bigint not null,
  body clob not null
);

create table trace (
  statement varchar(64) not null primary key,
  place bigint not null,
  body clob not null
);

create table finding (
  id varchar(64) not null primary key,
  place bigint not null,
  kind varchar(100) not null,
  body clob not null
);

-- What people decided. Never changed: an undo is one more decision.
create table decision (
  sequence bigint not null primary key,
  at varchar(40) not null,
  who varchar(200) not null,
  why varchar(4000) not null,
  action varchar(40) not null,
  target varchar(1000) not null,
  changes clob not null
);

-- Small facts about the case itself, such as whether the derived part is up to date.
create table fact (
  name varchar(100) not null primary key,
  content varchar(4000) not null
);
