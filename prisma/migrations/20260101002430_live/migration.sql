-- Open pages hear of what was recorded: ids only, when the act is committed. Who may hear of it, the application decides.
CREATE FUNCTION tell_open_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('luoshi_live', json_build_object('e', NEW.event, 't', NEW.task_id, 'd', NEW.directive_id,
    'r', CASE WHEN NEW.entity = 'report' THEN NEW.entity_id END,
    'x', CASE WHEN NEW.entity = 'session' THEN NEW.entity_id END, 's', NEW.session_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entries_told AFTER INSERT ON audit_entries FOR EACH ROW
  WHEN (NEW.task_id IS NOT NULL OR NEW.directive_id IS NOT NULL OR NEW.event LIKE 'session.%' OR NEW.event LIKE 'role.%' OR NEW.event LIKE 'account.%')
  EXECUTE FUNCTION tell_open_pages();
