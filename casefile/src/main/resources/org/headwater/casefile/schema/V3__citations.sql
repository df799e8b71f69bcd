-- Whom each document gives as its sources, whatever they say. A case read before has none until it is rebuilt.
alter table reading add column citations clob not null default '[]';
