-- 延期申请, 批示 with its answers, 传达学习, and portfolios by directive.
CREATE TYPE "ExtensionStatus" AS ENUM ('draft', 'awaiting_signoff', 'awaiting_office', 'awaiting_leader', 'granted', 'refused', 'withdrawn');

CREATE TYPE "ExtensionReason" AS ENUM ('others_late', 'scope_grew', 'force_majeure', 'resources', 'approval_pending', 'other');

CREATE TYPE "NoteAnswerStatus" AS ENUM ('draft', 'awaiting_signoff', 'answered');

CREATE TABLE "extensions" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'draft',
    "previous_due_on" DATE NOT NULL,
    "requested_due_on" DATE,
    "granted_due_on" DATE,
    "reason_kind" "ExtensionReason",
    "reason" TEXT NOT NULL DEFAULT '',
    "change" TEXT NOT NULL DEFAULT '',
    "late" BOOLEAN NOT NULL DEFAULT false,
    "written_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_for_signoff_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "endorsed_by_id" UUID,
    "endorsed_at" TIMESTAMPTZ(3),
    "endorse_note" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "extensions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "leader_notes" (
    "id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "task_id" UUID,
    "report_id" UUID,
    "text" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "handler_unit_id" UUID,
    "answer_due_on" DATE,

    CONSTRAINT "leader_notes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "note_answers" (
    "note_id" UUID NOT NULL,
    "status" "NoteAnswerStatus" NOT NULL DEFAULT 'draft',
    "text" TEXT NOT NULL DEFAULT '',
    "written_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_for_signoff_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "seen_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "note_answers_pkey" PRIMARY KEY ("note_id")
);

CREATE TABLE "study_units" (
    "directive_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "required_by_id" UUID NOT NULL,
    "required_at" TIMESTAMPTZ(3) NOT NULL,
    "named_at" TIMESTAMPTZ(3),
    "studied_on" DATE,
    "attendance" TEXT NOT NULL DEFAULT '',
    "record" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "study_units_pkey" PRIMARY KEY ("directive_id","unit_id")
);

CREATE TABLE "study_readers" (
    "directive_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_readers_pkey" PRIMARY KEY ("directive_id","unit_id","person_id")
);

CREATE TABLE "portfolio_directives" (
    "person_id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,

    CONSTRAINT "portfolio_directives_pkey" PRIMARY KEY ("person_id","directive_id")
);

CREATE INDEX "extensions_status_signed_at_id_idx" ON "extensions"("status", "signed_at", "id");

CREATE UNIQUE INDEX "extensions_assignment_id_seq_key" ON "extensions"("assignment_id", "seq");

CREATE UNIQUE INDEX "extensions_one_open" ON "extensions"("assignment_id") WHERE (status = 'draft' OR status = 'awaiting_signoff' OR status = 'awaiting_office' OR status = 'awaiting_leader');

CREATE INDEX "leader_notes_directive_id_written_at_idx" ON "leader_notes"("directive_id", "written_at");

CREATE INDEX "leader_notes_task_id_written_at_idx" ON "leader_notes"("task_id", "written_at");

CREATE INDEX "leader_notes_handler_unit_id_answer_due_on_idx" ON "leader_notes"("handler_unit_id", "answer_due_on");

CREATE INDEX "leader_notes_written_by_id_idx" ON "leader_notes"("written_by_id");

CREATE INDEX "note_answers_status_idx" ON "note_answers"("status");

CREATE INDEX "study_units_unit_id_idx" ON "study_units"("unit_id");

CREATE INDEX "study_readers_person_id_confirmed_at_idx" ON "study_readers"("person_id", "confirmed_at");

CREATE INDEX "portfolio_directives_directive_id_idx" ON "portfolio_directives"("directive_id");

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_endorsed_by_id_fkey" FOREIGN KEY ("endorsed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "extensions" ADD CONSTRAINT "extensions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "leader_notes" ADD CONSTRAINT "leader_notes_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "leader_notes" ADD CONSTRAINT "leader_notes_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "leader_notes" ADD CONSTRAINT "leader_notes_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "leader_notes" ADD CONSTRAINT "leader_notes_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "leader_notes" ADD CONSTRAINT "leader_notes_handler_unit_id_fkey" FOREIGN KEY ("handler_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "note_answers" ADD CONSTRAINT "note_answers_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "leader_notes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "note_answers" ADD CONSTRAINT "note_answers_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "note_answers" ADD CONSTRAINT "note_answers_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "study_units" ADD CONSTRAINT "study_units_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "study_units" ADD CONSTRAINT "study_units_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "study_units" ADD CONSTRAINT "study_units_required_by_id_fkey" FOREIGN KEY ("required_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "study_units" ADD CONSTRAINT "study_units_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "study_readers" ADD CONSTRAINT "study_readers_directive_id_unit_id_fkey" FOREIGN KEY ("directive_id", "unit_id") REFERENCES "study_units"("directive_id", "unit_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "study_readers" ADD CONSTRAINT "study_readers_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "portfolio_directives" ADD CONSTRAINT "portfolio_directives_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "portfolio_directives" ADD CONSTRAINT "portfolio_directives_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------------------------------------------
ALTER TABLE extensions
  ADD CHECK (seq > 0), ADD CHECK (requested_due_on IS NULL OR status IN ('draft', 'withdrawn') OR requested_due_on > previous_due_on),
  ADD CHECK ((status = 'granted') = (granted_due_on IS NOT NULL)), ADD CHECK (granted_due_on IS NULL OR granted_due_on > previous_due_on),
  ADD CHECK (status NOT IN ('awaiting_office', 'awaiting_leader', 'granted') OR (signed_at IS NOT NULL AND signed_by_id IS NOT NULL)),
  ADD CHECK (status NOT IN ('granted', 'refused', 'withdrawn') OR (decided_at IS NOT NULL AND decided_by_id IS NOT NULL)),
  -- Nobody approves their own.
  ADD CHECK (status <> 'granted' OR (decided_by_id <> written_by_id AND decided_by_id <> signed_by_id)),
  ADD CHECK (endorsed_by_id IS NULL OR (endorsed_by_id <> written_by_id AND endorsed_by_id <> signed_by_id));
CREATE FUNCTION forbid_extension_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an extension that left its unit is never edited' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER extension_kept BEFORE UPDATE ON extensions FOR EACH ROW
  WHEN (OLD.status NOT IN ('draft', 'awaiting_signoff') AND
    (OLD.assignment_id, OLD.seq, OLD.previous_due_on, OLD.requested_due_on, OLD.reason_kind, OLD.reason, OLD.change, OLD.late, OLD.written_by_id, OLD.signed_by_id, OLD.signed_at)
    IS DISTINCT FROM
    (NEW.assignment_id, NEW.seq, NEW.previous_due_on, NEW.requested_due_on, NEW.reason_kind, NEW.reason, NEW.change, NEW.late, NEW.written_by_id, NEW.signed_by_id, NEW.signed_at))
  EXECUTE FUNCTION forbid_extension_edit();
CREATE TRIGGER extension_ended BEFORE UPDATE ON extensions FOR EACH ROW
  WHEN (OLD.status IN ('granted', 'refused', 'withdrawn')) EXECUTE FUNCTION forbid_extension_edit();
CREATE TRIGGER extension_not_deleted BEFORE DELETE ON extensions FOR EACH ROW
  WHEN (OLD.status <> 'draft') EXECUTE FUNCTION forbid_extension_edit();

ALTER TABLE leader_notes ADD CHECK (text <> ''), ADD CHECK ((handler_unit_id IS NULL) = (answer_due_on IS NULL)),
  ADD CHECK (report_id IS NULL OR task_id IS NOT NULL);
CREATE FUNCTION forbid_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a leader''s note is append-only, and so is a signed answer' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER leader_notes_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON leader_notes FOR EACH STATEMENT EXECUTE FUNCTION forbid_note_change();
ALTER TABLE note_answers ADD CHECK (status <> 'answered' OR (text <> '' AND signed_at IS NOT NULL AND signed_by_id IS NOT NULL)),
  ADD CHECK (seen_at IS NULL OR status = 'answered');
CREATE TRIGGER note_answer_kept BEFORE UPDATE ON note_answers FOR EACH ROW
  WHEN (OLD.status = 'answered' AND
    (OLD.note_id, OLD.status, OLD.text, OLD.written_by_id, OLD.signed_by_id, OLD.signed_at, OLD.late)
    IS DISTINCT FROM (NEW.note_id, NEW.status, NEW.text, NEW.written_by_id, NEW.signed_by_id, NEW.signed_at, NEW.late))
  EXECUTE FUNCTION forbid_note_change();
CREATE TRIGGER note_answer_not_deleted BEFORE DELETE ON note_answers FOR EACH ROW
  WHEN (OLD.status = 'answered') EXECUTE FUNCTION forbid_note_change();
REVOKE UPDATE, DELETE, TRUNCATE ON leader_notes FROM luoshi_app;

ALTER TABLE study_units ADD CHECK (length(record) <= 300), ADD CHECK ((recorded_at IS NULL) = (recorded_by_id IS NULL)),
  ADD CHECK (recorded_at IS NULL OR (studied_on IS NOT NULL AND record <> ''));
CREATE FUNCTION forbid_study_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a confirmed reading is kept' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER study_reading_kept BEFORE UPDATE OR DELETE ON study_readers FOR EACH ROW
  WHEN (OLD.confirmed_at IS NOT NULL) EXECUTE FUNCTION forbid_study_change();
