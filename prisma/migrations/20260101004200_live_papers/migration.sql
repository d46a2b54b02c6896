-- Open pages hear of bulletins and statements by their own rules of reading: the record of an act is told with its kind.
CREATE OR REPLACE FUNCTION tell_open_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('luoshi_live', json_build_object('e', NEW.event, 't', NEW.task_id, 'd', NEW.directive_id,
    'k', NEW.entity, 'i', NEW.entity_id, 's', NEW.session_id)::text);
  RETURN NULL;
END $$;
DROP TRIGGER audit_entries_told ON audit_entries;
CREATE TRIGGER audit_entries_told AFTER INSERT ON audit_entries FOR EACH ROW
  WHEN (NEW.task_id IS NOT NULL OR NEW.directive_id IS NOT NULL OR NEW.event ~ '^(session|role|account|deputy|portfolio|unit|guidance|bulletin)\.')
  EXECUTE FUNCTION tell_open_pages();
