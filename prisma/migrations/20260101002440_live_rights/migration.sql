-- Open pages connect anew also when somebody stands in for another, and when units or guidance change: rights follow from them.
DROP TRIGGER audit_entries_told ON audit_entries;
CREATE TRIGGER audit_entries_told AFTER INSERT ON audit_entries FOR EACH ROW
  WHEN (NEW.task_id IS NOT NULL OR NEW.directive_id IS NOT NULL OR NEW.event ~ '^(session|role|account|deputy|portfolio|unit|guidance)\.')
  EXECUTE FUNCTION tell_open_pages();
