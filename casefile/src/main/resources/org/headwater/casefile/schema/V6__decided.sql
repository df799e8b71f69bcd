-- What people's decisions on statements speak about: each statement as it stood when it was first decided on, or was
-- added. Kept whatever becomes of the patterns, so that a decision never loses what it is about.
create table decided (
  statement varchar(64) not null primary key,
  item varchar(64) not null,
  part varchar(1000) not null,
  body clob not null
);

-- Derived: statements that somebody decided on and that no pattern proposes any more, with the reason.
create table unproposed (
  statement varchar(64) not null primary key,
  reason varchar(1000) not null
);
