-- Who wants to hear of runs. The whole address and the signing secrets stand in sealed_texts.
create table webhooks (
  id uuid primary key,
  project_id uuid references projects (id),
  address varchar(1024) not null,
  events varchar(64) not null,
  format varchar(16) not null,
  enabled boolean not null,
  created_by uuid not null,
  created timestamp with time zone not null,
  rotated timestamp with time zone
);

create table webhook_deliveries (
  position bigint generated always as identity,
  id uuid primary key,
  webhook_id uuid not null references webhooks (id) on delete cascade,
  run_id uuid,
  event_number bigint,
  event varchar(16) not null,
  body varchar(16000) not null,
  created timestamp with time zone not null,
  state varchar(16) not null,
  attempts integer not null,
  last_sent timestamp with time zone,
  next_attempt timestamp with time zone,
  status integer,
  answer varchar(1024),
  unique (webhook_id, event_number)
);
create index webhook_deliveries_of_webhook on webhook_deliveries (webhook_id, position);
create index webhook_deliveries_of_run on webhook_deliveries (webhook_id, run_id, event_number);
create index webhook_deliveries_by_age on webhook_deliveries (created);

-- Up to which event of runs everybody was told.
create table webhook_cursor (
  name varchar(16) primary key,
  event bigint not null
);
insert into webhook_cursor (name, event) select name, latest from run_event_numbers;
