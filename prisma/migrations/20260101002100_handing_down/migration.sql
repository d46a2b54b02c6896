-- What the unit that hands a task down says to its receivers.
ALTER TABLE "assignments" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- A report that takes in those of units below: which, so that words and evidence lead back to the unit that gave them.
CREATE TABLE "report_sources" (
    "report_id" UUID NOT NULL,
    "source_report_id" UUID NOT NULL,
    CONSTRAINT "report_sources_pkey" PRIMARY KEY ("report_id", "source_report_id"),
    CHECK ("report_id" <> "source_report_id")
);
CREATE INDEX "report_sources_source_report_id_idx" ON "report_sources"("source_report_id");
ALTER TABLE "report_sources" ADD CONSTRAINT "report_sources_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "report_sources" ADD CONSTRAINT "report_sources_source_report_id_fkey" FOREIGN KEY ("source_report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION forbid_source_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM reports r WHERE r.id = COALESCE(OLD.report_id, NEW.report_id) AND r.status NOT IN ('draft', 'awaiting_signoff')) THEN
    RAISE EXCEPTION 'what a submitted report was merged from is kept' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER report_sources_kept BEFORE INSERT OR UPDATE OR DELETE ON report_sources FOR EACH ROW EXECUTE FUNCTION forbid_source_change();

-- A child task is not due after the assignment that it hangs on.
CREATE FUNCTION check_task_due_within_parent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.dispatched_at IS NOT NULL AND NEW.due_on > (SELECT due_on FROM assignments WHERE id = NEW.parent_assignment_id) THEN
    RAISE EXCEPTION 'a child task is not due after the assignment it hangs on' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER task_due_within_parent BEFORE INSERT OR UPDATE OF due_on, parent_assignment_id, dispatched_at ON tasks
  FOR EACH ROW WHEN (NEW.parent_assignment_id IS NOT NULL) EXECUTE FUNCTION check_task_due_within_parent();
