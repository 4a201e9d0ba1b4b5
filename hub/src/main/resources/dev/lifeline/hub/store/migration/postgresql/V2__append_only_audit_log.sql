create function only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows';
end
$$;
create trigger audit_log_only_grows before update or delete on audit_log
  for each row execute function only_grows();
create trigger audit_log_is_not_emptied before truncate on audit_log
  for each statement execute function only_grows();
