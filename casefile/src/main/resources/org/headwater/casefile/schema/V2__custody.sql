-- How far the store has followed the custody log: one row. A log that ends before it was cut.
create table custody_mark (
  one integer not null primary key,
  sequence bigint not null,
  digest varchar(64) not null,
  bytes bigint not null
);

-- The bundle that a decision came in with; empty for decisions made here.
alter table decision add column bundle varchar(64) default '' not null;
