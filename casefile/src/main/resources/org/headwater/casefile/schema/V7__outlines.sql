-- Derived: what a list shows of a finding, so that a finding of thousands of documents is not read whole for one line.
create table finding_outline (
  finding varchar(64) not null primary key,
  body clob not null
);
