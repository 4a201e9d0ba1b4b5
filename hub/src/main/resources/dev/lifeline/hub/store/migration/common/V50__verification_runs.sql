-- What the preflight check found, step by step, for whoever watches it; the last of each connection is kept.
create table verification_runs (
  id uuid primary key,
  person_id uuid not null,
  connection_id uuid references connections (id) on delete cascade,
  target varchar(4000) not null,
  begun timestamp with time zone not null,
  state varchar(16) not null,
  steps varchar(32000) not null
);
create index verification_runs_of_connection on verification_runs (connection_id, begun);
