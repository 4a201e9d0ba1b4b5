-- What a preflight check found, step by step, for whoever watches it; gone soon after.
create table verification_runs (
  id uuid primary key,
  person_id uuid not null,
  connection_id uuid references connections (id) on delete cascade,
  target varchar(4000) not null,
  begun timestamp with time zone not null,
  state varchar(16) not null,
  steps varchar(32000) not null
);
create index verification_runs_begun on verification_runs (begun);
