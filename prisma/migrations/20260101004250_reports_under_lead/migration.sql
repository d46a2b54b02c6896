-- Who leads a task reads its supporters' reports and those on units without accounts: what that asks for stands beside the words, so that no
-- search has to read the other parts of every task that a unit leads.
ALTER TABLE search_reports ADD COLUMN task_id UUID, ADD COLUMN under_lead BOOLEAN;
UPDATE search_reports s SET task_id = a.task_id, under_lead = a.part = 'supporting' OR u.kind = 'external'
FROM assignments a JOIN units u ON u.id = a.unit_id WHERE a.id = s.assignment_id;
ALTER TABLE search_reports ALTER COLUMN task_id SET NOT NULL, ALTER COLUMN under_lead SET NOT NULL,
  ADD CONSTRAINT search_reports_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX search_reports_under_lead ON search_reports (task_id) WHERE under_lead;

CREATE OR REPLACE FUNCTION search_report(report uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_reports WHERE report_id = report AND EXISTS (SELECT FROM reports r WHERE r.id = report AND r.status = 'withdrawn');
  INSERT INTO search_reports (report_id, assignment_id, task_id, under_lead, signed, folded)
  SELECT r.id, a.id, a.task_id, a.part = 'supporting' OR u.kind = 'external', r.status NOT IN ('draft', 'awaiting_signoff'),
    search_fold(concat_ws(E'\n', r.done, r.next_step, r.difficulty, r.help_needed))
  FROM reports r JOIN assignments a ON a.id = r.assignment_id JOIN units u ON u.id = a.unit_id WHERE r.id = report AND r.status <> 'withdrawn'
  ON CONFLICT (report_id) DO UPDATE SET folded = EXCLUDED.folded, signed = EXCLUDED.signed
$$;

CREATE FUNCTION keep_reports_under_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_reports s SET task_id = a.task_id, under_lead = a.part = 'supporting' OR u.kind = 'external'
  FROM assignments a JOIN units u ON u.id = a.unit_id WHERE a.id = s.assignment_id
    AND CASE TG_TABLE_NAME WHEN 'units' THEN a.unit_id = NEW.id ELSE a.id = NEW.id END;
  RETURN NULL;
END $$;
CREATE TRIGGER part_moved_under_lead AFTER UPDATE ON assignments FOR EACH ROW
  WHEN ((OLD.part, OLD.unit_id, OLD.task_id) IS DISTINCT FROM (NEW.part, NEW.unit_id, NEW.task_id)) EXECUTE FUNCTION keep_reports_under_lead();
CREATE TRIGGER unit_moved_under_lead AFTER UPDATE ON units FOR EACH ROW WHEN (OLD.kind IS DISTINCT FROM NEW.kind) EXECUTE FUNCTION keep_reports_under_lead();

-- Whether a unit reads a task is asked of the index alone.
DROP INDEX "assignment_readers_task_id_idx";
CREATE INDEX "assignment_readers_task_id_unit_id_idx" ON "assignment_readers"("task_id", "unit_id");
