-- Runs, their steps and what happened to them. A run refers to no connection, so that it outlives
-- the one that it was made with.

create table runs (
  number bigint generated always as identity primary key,
  id uuid not null unique,
  organization_id uuid not null references organizations (id),
  project_id uuid not null references projects (id),
  connection_id uuid not null,
  lcs_project varchar(16) not null,
  name varchar(256) not null,
  person_id uuid not null references people (id),
  token_id uuid,
  token_name varchar(128) not null,
  idempotency_key varchar(128),
  order_hash varchar(64) not null,
  rerun_of uuid,
  state varchar(16) not null,
  created timestamp with time zone not null,
  started timestamp with time zone,
  ended timestamp with time zone,
  cancel_requested timestamp with time zone,
  problem varchar(8000),
  unique (person_id, idempotency_key)
);
create index runs_of_connection on runs (connection_id, number);
create index runs_of_state on runs (state, number);

create table run_steps (
  run_id uuid not null references runs (id) on delete cascade,
  position integer not null,
  kind varchar(32) not null,
  inputs varchar(8000) not null,
  environment varchar(256),
  state varchar(16) not null,
  stage integer not null,
  operation varchar(1024),
  status varchar(256),
  watch_id varchar(32),
  stuck_since timestamp with time zone,
  started timestamp with time zone,
  ended timestamp with time zone,
  problem varchar(8000),
  primary key (run_id, position)
);
create index run_steps_of_watch on run_steps (watch_id);
create index run_steps_of_environment on run_steps (environment);

-- The number is taken at the end of a transaction from the one row of run_event_numbers, which is
-- locked until its commit: whoever has read up to a number has seen all below it.
create table run_events (
  number bigint primary key,
  run_id uuid not null references runs (id) on delete cascade,
  step integer,
  happened timestamp with time zone not null,
  kind varchar(32) not null,
  text varchar(2000) not null,
  details varchar(8000) not null
);
create index run_events_of_run on run_events (run_id, number);

create table run_event_numbers (
  name varchar(16) primary key,
  latest bigint not null
);
insert into run_event_numbers (name, latest) values ('run_events', 0);

-- Secrets that belong to no connection, by a name that says what they are of.
create table sealed_texts (
  name varchar(128) primary key,
  sealed varchar(8000) not null,
  since timestamp with time zone not null
);
