-- Jobs of Azure Pipelines that wait for runs; their tokens are among the sealed texts. A row goes
-- when its job was told the end.
create table run_callbacks (
  run_id uuid primary key references runs (id) on delete cascade,
  plan_url varchar(1024) not null,
  team_project varchar(128) not null,
  hub_name varchar(64) not null,
  plan_id varchar(64) not null,
  job_id varchar(64) not null,
  timeline_id varchar(64) not null,
  task_id varchar(64) not null,
  told bigint not null,
  troubled_since timestamp with time zone
);
