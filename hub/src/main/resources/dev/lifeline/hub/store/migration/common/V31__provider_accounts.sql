-- Who somebody is at a provider of OpenID Connect: the provider's subject never means another.

create table provider_accounts (
  issuer varchar(512) not null,
  subject varchar(255) not null,
  person_id uuid not null references people (id) on delete cascade,
  since timestamp with time zone not null,
  primary key (issuer, subject)
);
create index provider_accounts_of_person on provider_accounts (person_id);
