-- What carries runs on, on whichever node.

-- db-scheduler's table, as its documentation has it.
create table scheduled_tasks (
  task_name varchar(64) not null,
  task_instance varchar(128) not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by varchar(256),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Operations in LCS that are looked at, each once for all runs that wait for it.
create table watches (
  id varchar(32) primary key,
  connection_id uuid not null,
  project_id uuid not null,
  lcs_project varchar(16) not null,
  operation varchar(1024) not null,
  verdict varchar(16) not null,
  begun timestamp with time zone not null,
  status varchar(256),
  unknown_looks integer not null,
  outage_since timestamp with time zone,
  problem varchar(8000)
);

-- Starts, written down before they are sent (docs/servicing.md).
create table start_notes (
  name varchar(32) primary key,
  note varchar(1000000) not null,
  activity varchar(64),
  touched timestamp with time zone not null
);
create index start_notes_of_activity on start_notes (activity);

-- Calls that count against LCS's limits, for all nodes.
create table used_calls (
  counter varchar(512) primary key,
  calls varchar(1000000) not null
);
