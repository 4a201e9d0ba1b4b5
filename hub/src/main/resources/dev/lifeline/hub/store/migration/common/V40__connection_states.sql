-- What the hub has learned of a connection's password: the last proof of it (no problem means that it
-- worked), its last use, and when its owners were last reminded of its age.

create table connection_states (
  connection_id uuid primary key references connections (id) on delete cascade,
  verified timestamp with time zone,
  problem varchar(64),
  last_used timestamp with time zone,
  reminded timestamp with time zone
);
