-- Derived: how many of a finding's statements wait for a decision; kept with each decision, so that no list counts them.
alter table finding_line add column waiting bigint not null default 0;

-- [jooq ignore start]
update finding_line set waiting = counted.waiting from (
  select finding_statement.finding, count(*) as waiting from statement_line
  join finding_statement on finding_statement.statement = statement_line.statement
  where statement_line.status = 'proposed'
  group by finding_statement.finding) as counted
where counted.finding = finding_line.finding;
-- [jooq ignore stop]
