-- One schema for H2 and PostgreSQL. Names compare by their keys, in lower case. Secrets stand as
-- ciphertext, access tokens and passwords as hashes.

create table organizations (
  id uuid primary key,
  name varchar(64) not null,
  name_key varchar(64) not null unique
);

create table projects (
  id uuid primary key,
  organization_id uuid not null references organizations (id),
  name varchar(64) not null,
  name_key varchar(64) not null,
  unique (organization_id, name_key)
);

create table people (
  id uuid primary key,
  display_name varchar(256) not null,
  unique_name varchar(256) not null,
  unique_key varchar(256) not null unique,
  administrator boolean not null,
  password_hash varchar(256),
  created timestamp with time zone not null
);

create table access_tokens (
  id uuid primary key,
  person_id uuid not null references people (id),
  name varchar(128) not null,
  hash char(64) not null unique,
  scopes varchar(512) not null,
  created timestamp with time zone not null,
  expires timestamp with time zone not null,
  last_used timestamp with time zone,
  revoked timestamp with time zone
);
create index access_tokens_of_person on access_tokens (person_id);

create table connections (
  id uuid primary key,
  organization_id uuid not null references organizations (id),
  type varchar(64) not null,
  url varchar(1024) not null,
  api_url varchar(1024) not null,
  username varchar(512) not null,
  client_id varchar(64) not null,
  name varchar(256) not null,
  description varchar(1024),
  owner varchar(32) not null,
  management_reference varchar(1024),
  created_by uuid not null,
  created timestamp with time zone not null,
  changed_by uuid not null,
  changed timestamp with time zone not null
);
create index connections_of_organization on connections (organization_id);

create table connection_secrets (
  connection_id uuid primary key references connections (id) on delete cascade,
  sealed varchar(8000) not null,
  since timestamp with time zone not null
);

create table connection_projects (
  connection_id uuid not null references connections (id) on delete cascade,
  project_id uuid not null references projects (id),
  name varchar(256) not null,
  name_key varchar(256) not null,
  description varchar(1024),
  position integer not null,
  all_pipelines_by uuid,
  all_pipelines_on timestamp with time zone,
  primary key (connection_id, project_id),
  unique (project_id, name_key)
);

create table role_assignments (
  resource varchar(96) not null,
  person_id uuid not null references people (id),
  role varchar(16) not null,
  project_id uuid references projects (id),
  connection_id uuid references connections (id) on delete cascade,
  primary key (resource, person_id)
);
create index role_assignments_of_person on role_assignments (person_id);

create table pipeline_permissions (
  connection_id uuid not null,
  project_id uuid not null,
  pipeline_id integer not null,
  authorized_by uuid not null,
  authorized_on timestamp with time zone not null,
  primary key (connection_id, project_id, pipeline_id),
  foreign key (connection_id, project_id)
    references connection_projects (connection_id, project_id) on delete cascade
);

create table execution_records (
  number bigint generated always as identity primary key,
  connection_id uuid not null references connections (id) on delete cascade,
  project_id uuid not null references projects (id),
  content varchar(8000) not null
);
create index execution_records_of_connection on execution_records (connection_id, project_id, number);

create table keysets (
  name varchar(32) primary key,
  sealed varchar(8000) not null,
  version integer not null,
  changed timestamp with time zone not null
);

create table setup_codes (
  hash char(64) primary key,
  expires timestamp with time zone not null
);

-- Nothing here refers to another table, so that the log outlives what it tells of.
create table audit_log (
  number bigint generated always as identity primary key,
  happened timestamp with time zone not null,
  action varchar(64) not null,
  person_id uuid,
  token_id uuid,
  address varchar(64),
  organization_id uuid,
  project_id uuid,
  connection_id uuid,
  subject varchar(512) not null
);
create index audit_log_of_connection on audit_log (connection_id, number);
