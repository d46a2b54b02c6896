-- What the schema language cannot say: checks, exclusion, triggers, and who may not touch the record.

-- Ranges and dates -------------------------------------------------------------------------------------------------
ALTER TABLE units ADD CHECK (valid_to_on IS NULL OR valid_to_on >= valid_from_on);
ALTER TABLE guidances ADD CHECK (valid_to_on IS NULL OR valid_to_on >= valid_from_on), ADD CHECK (guiding_unit_id <> guided_unit_id);
ALTER TABLE role_grants ADD CHECK (valid_to_on IS NULL OR valid_to_on >= valid_from_on);
ALTER TABLE sessions ADD CHECK (ended_at IS NULL OR ended_at >= created_at);
ALTER TABLE password_links ADD CHECK (expires_at > created_at);
ALTER TABLE sign_in_throttles ADD CHECK (failures >= 0);
ALTER TABLE calendar_days ADD CHECK (year = EXTRACT(YEAR FROM day_on));
ALTER TABLE directives ADD CHECK (text <> ''), ADD CHECK (text_sha256 ~ '^[0-9a-f]{64}$'), ADD CHECK (title <> '');
ALTER TABLE tasks
  ADD CHECK (claimed_progress BETWEEN 0 AND 100), ADD CHECK (verified_progress BETWEEN 0 AND 100),
  ADD CHECK (extension_count >= 0), ADD CHECK (title <> ''),
  ADD CHECK (office_owned = (parent_assignment_id IS NULL)),
  ADD CHECK ((status IN ('completed', 'struck_off')) <= (completed_on IS NOT NULL)),
  ADD CHECK (completed_on IS NULL OR dispatched_on IS NULL OR completed_on >= dispatched_on),
  ADD CHECK (status NOT IN ('dispatched', 'in_progress', 'under_review', 'completed', 'struck_off')
    OR due_on IS NOT NULL OR (kind = 'ongoing' AND cycle IS NOT NULL)),
  ADD CHECK ((status = 'suspended') = (status_before_suspension IS NOT NULL));
ALTER TABLE assignments
  ADD CHECK (claimed_progress BETWEEN 0 AND 100), ADD CHECK (verified_progress BETWEEN 0 AND 100), ADD CHECK (weight BETWEEN 1 AND 100),
  ADD CHECK (parent_assignment_id <> id), ADD CHECK (status <> 'refused' OR refusal_reason IS NOT NULL),
  ADD CHECK (acknowledged_at IS NULL OR acknowledged_at >= dispatched_at);
ALTER TABLE task_draft_parts ADD CHECK (unit_id IS NOT NULL OR name_in_text IS NOT NULL), ADD CHECK (NOT confirmed OR unit_id IS NOT NULL),
  ADD CHECK ("start" IS NULL OR ("start" >= 0 AND "end" > "start"));
ALTER TABLE reports ADD CHECK (claimed_progress BETWEEN 0 AND 100), ADD CHECK (seq > 0),
  ADD CHECK (status IN ('draft', 'awaiting_signoff') OR submitted_at IS NOT NULL);
ALTER TABLE reviews ADD CHECK (verified_progress BETWEEN 0 AND 100), ADD CHECK (unopened_evidence >= 0),
  ADD CHECK (decision <> 'accept' OR (verified_progress IS NOT NULL AND basis IS NOT NULL)),
  ADD CHECK (decision <> 'return' OR (return_kind IS NOT NULL AND reason <> ''));
ALTER TABLE stored_files ADD CHECK (sha256 ~ '^[0-9a-f]{64}$'), ADD CHECK (size BETWEEN 1 AND 52428800);
ALTER TABLE evidence ADD CHECK ((kind = 'file') = (file_id IS NOT NULL)), ADD CHECK ((kind = 'reference') = (reference IS NOT NULL));
ALTER TABLE notifications ADD CHECK (unit_id IS NOT NULL OR person_id IS NOT NULL);

-- Provisions partition the text --------------------------------------------------------------------------------------
ALTER TABLE provisions ADD CHECK ("start" >= 0), ADD CHECK ("end" > "start"),
  ADD CONSTRAINT provisions_no_overlap EXCLUDE USING gist (directive_id WITH =, int4range("start", "end") WITH &&) DEFERRABLE INITIALLY DEFERRED;

-- JavaScript offsets count UTF-16 units: a character beyond the basic plane counts two.
CREATE FUNCTION utf16_length(value text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT length(value) + (length(value) - length(regexp_replace(value, '[\U00010000-\U0010FFFF]', '', 'g'))) $$;

CREATE FUNCTION check_provision_inside_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end" > (SELECT utf16_length(text) FROM directives WHERE id = NEW.directive_id) THEN
    RAISE EXCEPTION 'provision % ends outside the text of its directive', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER provision_inside_text BEFORE INSERT OR UPDATE OF "end", directive_id ON provisions
  FOR EACH ROW EXECUTE FUNCTION check_provision_inside_text();

CREATE FUNCTION forbid_text_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the text of a directive is kept as received' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER directive_text_kept BEFORE UPDATE OF text, text_sha256 ON directives
  FOR EACH ROW WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.text_sha256 IS DISTINCT FROM NEW.text_sha256)
  EXECUTE FUNCTION forbid_text_change();

-- Tasks and assignments ----------------------------------------------------------------------------------------------
CREATE FUNCTION forbid_original_due_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the original due date never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER task_original_due_kept BEFORE UPDATE OF original_due_on ON tasks
  FOR EACH ROW WHEN (OLD.dispatched_at IS NOT NULL AND OLD.original_due_on IS DISTINCT FROM NEW.original_due_on)
  EXECUTE FUNCTION forbid_original_due_change();
CREATE TRIGGER assignment_original_due_kept BEFORE UPDATE OF original_due_on ON assignments
  FOR EACH ROW WHEN (OLD.original_due_on IS DISTINCT FROM NEW.original_due_on)
  EXECUTE FUNCTION forbid_original_due_change();

CREATE FUNCTION check_due_within_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_assignment_id IS NOT NULL AND NEW.due_on >
     (SELECT due_on FROM assignments WHERE id = NEW.parent_assignment_id) THEN
    RAISE EXCEPTION 'an assignment is not due after its parent' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_due_within_parent BEFORE INSERT OR UPDATE OF due_on, parent_assignment_id ON assignments
  FOR EACH ROW EXECUTE FUNCTION check_due_within_parent();

-- At most one active lead is the partial unique index; exactly one from dispatch on is asked at commit.
CREATE FUNCTION check_one_lead(task uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM tasks t WHERE t.id = task AND t.status IN ('dispatched', 'in_progress', 'under_review', 'completed', 'struck_off')
     AND NOT EXISTS (SELECT FROM assignments a WHERE a.task_id = t.id AND a.part = 'lead' AND a.status <> 'replaced')) THEN
    RAISE EXCEPTION 'task % has no active lead', task USING ERRCODE = 'check_violation';
  END IF;
END $$;
CREATE FUNCTION check_task_lead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM check_one_lead(NEW.id); RETURN NULL; END $$;
CREATE FUNCTION check_assignment_lead() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM check_one_lead(OLD.task_id); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER task_has_lead AFTER INSERT OR UPDATE OF status ON tasks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_task_lead();
CREATE CONSTRAINT TRIGGER assignment_keeps_lead AFTER DELETE OR UPDATE OF status, part, task_id ON assignments DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_assignment_lead();

-- Readers: the units of an assignment and of all that it descends from, along parent assignments and, where the task is a
-- child task, along the assignment that the task hangs on. A replaced assignment gives no reading.
CREATE FUNCTION refresh_assignment_readers(target uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM assignment_readers WHERE assignment_id = target;
  INSERT INTO assignment_readers (unit_id, assignment_id, task_id, due_on)
  WITH RECURSIVE up AS (
    SELECT a.id, a.unit_id, a.status, a.task_id, a.parent_assignment_id FROM assignments a WHERE a.id = target
    UNION
    SELECT p.id, p.unit_id, p.status, p.task_id, p.parent_assignment_id
    FROM up JOIN tasks t ON t.id = up.task_id
    JOIN assignments p ON p.id = COALESCE(up.parent_assignment_id, t.parent_assignment_id)
  )
  SELECT DISTINCT up.unit_id, a.id, a.task_id, a.due_on FROM up CROSS JOIN assignments a
  WHERE a.id = target AND a.status <> 'replaced' AND up.status <> 'replaced';
END $$;

CREATE FUNCTION keep_assignment_readers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE below uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refresh_assignment_readers(NEW.id);
  ELSIF OLD.parent_assignment_id IS DISTINCT FROM NEW.parent_assignment_id OR (OLD.status = 'replaced') <> (NEW.status = 'replaced')
     OR OLD.unit_id IS DISTINCT FROM NEW.unit_id THEN
    FOR below IN
      WITH RECURSIVE down AS (
        SELECT NEW.id AS id
        UNION
        SELECT c.id FROM down JOIN assignments c ON c.parent_assignment_id = down.id
          OR c.task_id IN (SELECT t.id FROM tasks t WHERE t.parent_assignment_id = down.id)
      ) SELECT id FROM down
    LOOP
      PERFORM refresh_assignment_readers(below);
    END LOOP;
  ELSIF OLD.due_on IS DISTINCT FROM NEW.due_on THEN
    UPDATE assignment_readers SET due_on = NEW.due_on WHERE assignment_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER assignment_readers_kept AFTER INSERT OR UPDATE OF status, parent_assignment_id, unit_id, due_on ON assignments
  FOR EACH ROW EXECUTE FUNCTION keep_assignment_readers();

-- Reports are append-only once they left the unit -----------------------------------------------------------------------
CREATE FUNCTION forbid_report_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a report that left its draft is never edited; write a new version' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER report_kept BEFORE UPDATE ON reports FOR EACH ROW
  WHEN (OLD.status NOT IN ('draft', 'awaiting_signoff') AND
    (OLD.claimed_progress, OLD.done, OLD.next_step, OLD.next_step_on, OLD.difficulty, OLD.help_needed, OLD.kind, OLD.seq, OLD.assignment_id, OLD.written_by_id, OLD.submitted_at, OLD.submitted_by_id)
    IS DISTINCT FROM
    (NEW.claimed_progress, NEW.done, NEW.next_step, NEW.next_step_on, NEW.difficulty, NEW.help_needed, NEW.kind, NEW.seq, NEW.assignment_id, NEW.written_by_id, NEW.submitted_at, NEW.submitted_by_id))
  EXECUTE FUNCTION forbid_report_edit();
CREATE TRIGGER report_not_deleted BEFORE DELETE ON reports FOR EACH ROW
  WHEN (OLD.status NOT IN ('draft', 'awaiting_signoff')) EXECUTE FUNCTION forbid_report_edit();

CREATE FUNCTION forbid_evidence_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM reports r WHERE r.id = COALESCE(OLD.report_id, NEW.report_id) AND r.status NOT IN ('draft', 'awaiting_signoff')) THEN
    PERFORM 1; RAISE EXCEPTION 'the evidence of a submitted report is kept' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER report_evidence_kept BEFORE UPDATE OR DELETE ON report_evidence FOR EACH ROW EXECUTE FUNCTION forbid_evidence_change();

-- The record: append-only -------------------------------------------------------------------------------------------------
CREATE FUNCTION forbid_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entries_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
CREATE TRIGGER audit_seals_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
CREATE TRIGGER audit_values_kept BEFORE DELETE OR TRUNCATE ON audit_values FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
CREATE TRIGGER reviews_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON reviews FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
-- Personal data can be erased from the values, and only erased: the hashes in the entries and the chain stay as they are.
CREATE TRIGGER audit_values_only_erased BEFORE UPDATE ON audit_values FOR EACH ROW
  WHEN (NEW.erased_at IS NULL OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.entry_id <> OLD.entry_id)
  EXECUTE FUNCTION forbid_record_change();

CREATE FUNCTION queue_for_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_pending (entry_id) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_pending AFTER INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION queue_for_sealing();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries, audit_seals, reviews FROM luoshi_app;
REVOKE DELETE, TRUNCATE ON audit_values FROM luoshi_app;
REVOKE DELETE, TRUNCATE ON directives, tasks, assignments, people, units FROM luoshi_app;
GRANT DELETE ON tasks TO luoshi_app;

-- A draft that was merged or withdrawn in the workspace may go; what was dispatched never does.
CREATE FUNCTION forbid_task_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a task that left its draft is never deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER task_not_deleted BEFORE DELETE ON tasks FOR EACH ROW WHEN (OLD.status <> 'draft') EXECUTE FUNCTION forbid_task_delete();
