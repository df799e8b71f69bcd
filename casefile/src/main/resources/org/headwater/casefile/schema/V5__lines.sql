-- Derived: what lists are filtered, sorted and counted by, so that a page of a large case is one query. Dropped and made
-- again together with what it is derived from.

create table statement_line (
  statement varchar(64) not null primary key,
  place bigint not null,
  document varchar(64) not null,
  kind varchar(100) not null,
  status varchar(20) not null
);
create index statement_line_status on statement_line (status, place);
create index statement_line_kind on statement_line (status, kind, place);

create table entity_line (
  entity varchar(64) not null primary key,
  kind varchar(40) not null,
  name varchar(1000) not null,
  mentions bigint not null,
  aliases bigint not null
);
create index entity_line_mentions on entity_line (kind, mentions);

create table entity_alias (
  entity varchar(64) not null,
  name varchar(1000) not null,
  primary key (entity, name)
);
create index entity_alias_name on entity_alias (name);

create table derivation_line (
  derivation varchar(64) not null primary key,
  derived varchar(64) not null,
  source varchar(64) not null
);
create index derivation_line_derived on derivation_line (derived);
create index derivation_line_source on derivation_line (source);

-- A finding by its current value; dates are ISO 8601 and sort as text.
create table finding_line (
  finding varchar(64) not null primary key,
  place bigint not null,
  kind varchar(100) not null,
  subject varchar(1000) not null,
  word varchar(100) not null,
  origins bigint not null,
  documents bigint not null,
  from_date varchar(10) not null,
  to_date varchar(10) not null,
  conflicts bigint not null,
  denials bigint not null,
  circular bigint not null
);
create index finding_line_place on finding_line (place);
create index finding_line_kind on finding_line (kind, place);
create index finding_line_date on finding_line (from_date);
create index finding_line_origins on finding_line (origins);

create table finding_place (
  finding varchar(64) not null,
  place varchar(100) not null,
  name varchar(400) not null,
  country varchar(2) not null,
  about boolean not null,
  primary key (finding, place)
);
create index finding_place_country on finding_place (country);
create index finding_place_place on finding_place (place);

create table finding_party (
  finding varchar(64) not null,
  party varchar(1000) not null,
  entity varchar(64) not null,
  slot varchar(100) not null,
  primary key (finding, slot, party)
);
create index finding_party_party on finding_party (party);
create index finding_party_entity on finding_party (entity);

-- Which statement belongs to which finding, and as what: value or denial.
create table finding_statement (
  finding varchar(64) not null,
  statement varchar(64) not null,
  denies boolean not null,
  primary key (finding, statement)
);
create index finding_statement_statement on finding_statement (statement);

create index document_file on document (file, id);
