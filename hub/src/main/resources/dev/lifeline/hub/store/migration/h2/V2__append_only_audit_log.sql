create trigger audit_log_only_grows before update, delete on audit_log
  for each row call 'dev.lifeline.hub.store.OnlyGrows';
