-- Sign-in of people. What opens something (cookies, invitations) stands as a hash.

alter table people add column disabled timestamp with time zone;

create table sessions (
  id uuid primary key,
  hash char(64) not null unique,
  person_id uuid not null references people (id) on delete cascade,
  began timestamp with time zone not null,
  last_used timestamp with time zone not null,
  address varchar(64) not null,
  agent varchar(256) not null,
  way varchar(16) not null
);
create index sessions_of_person on sessions (person_id);

create table invitations (
  hash char(64) primary key,
  person_id uuid not null unique references people (id) on delete cascade,
  expires timestamp with time zone not null
);

-- The subject is a hash: what people type for a name can be a password.
create table sign_in_failures (
  subject char(64) primary key,
  failures integer not null,
  latest timestamp with time zone not null
);
