-- Milestones, registers and their rows, indicators and their values.

CREATE TYPE "IndicatorAggregation" AS ENUM ('sum', 'mean');

CREATE TYPE "IndicatorDirection" AS ENUM ('up', 'down');

CREATE TYPE "RegisterMeasure" AS ENUM ('rows', 'open', 'put_right');

CREATE TYPE "RegisterRowState" AS ENUM ('open', 'put_right', 'withdrawn');

CREATE TABLE "indicators" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "baseline" DOUBLE PRECISION,
    "target" DOUBLE PRECISION,
    "path" JSONB NOT NULL DEFAULT '[]',
    "cycle" "ReportingCycle",
    "aggregation" "IndicatorAggregation" NOT NULL DEFAULT 'sum',
    "direction" "IndicatorDirection" NOT NULL DEFAULT 'up',
    "split_by_unit" BOOLEAN NOT NULL DEFAULT false,
    "register_id" UUID,
    "register_measure" "RegisterMeasure",
    "register_column" TEXT,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "dropped_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "indicator_values" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "report_id" UUID NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "supersedes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_values_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "report_indicator_values" (
    "report_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "report_indicator_values_pkey" PRIMARY KEY ("report_id","indicator_id")
);

CREATE TABLE "milestones" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "original_due_on" DATE NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "done_on" DATE,
    "done_by_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "dropped_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestones_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "registers" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "template" TEXT,
    "columns" JSONB NOT NULL,
    "last_row_no" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registers_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "register_rows" (
    "id" UUID NOT NULL,
    "register_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "state" "RegisterRowState" NOT NULL DEFAULT 'open',
    "due_on" DATE,
    "put_right_on" DATE,
    "withdraw_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "register_rows_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "indicators_task_id_sort_idx" ON "indicators"("task_id", "sort");

CREATE INDEX "indicators_register_id_idx" ON "indicators"("register_id");

CREATE INDEX "indicator_values_indicator_id_assignment_id_as_of_idx" ON "indicator_values"("indicator_id", "assignment_id", "as_of");

CREATE INDEX "indicator_values_assignment_id_idx" ON "indicator_values"("assignment_id");

CREATE INDEX "indicator_values_supersedes_id_idx" ON "indicator_values"("supersedes_id");

CREATE UNIQUE INDEX "indicator_values_report_id_indicator_id_key" ON "indicator_values"("report_id", "indicator_id");

CREATE INDEX "report_indicator_values_indicator_id_idx" ON "report_indicator_values"("indicator_id");

CREATE INDEX "milestones_task_id_due_on_sort_idx" ON "milestones"("task_id", "due_on", "sort");

CREATE INDEX "milestones_due_on_idx" ON "milestones"("due_on");

CREATE UNIQUE INDEX "registers_task_id_no_key" ON "registers"("task_id", "no");

CREATE INDEX "register_rows_register_id_assignment_id_state_idx" ON "register_rows"("register_id", "assignment_id", "state");

CREATE INDEX "register_rows_assignment_id_idx" ON "register_rows"("assignment_id");

CREATE UNIQUE INDEX "register_rows_register_id_no_key" ON "register_rows"("register_id", "no");

ALTER TABLE "indicators" ADD CONSTRAINT "indicators_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "indicators" ADD CONSTRAINT "indicators_register_id_fkey" FOREIGN KEY ("register_id") REFERENCES "registers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "indicator_values" ADD CONSTRAINT "indicator_values_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "indicator_values" ADD CONSTRAINT "indicator_values_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "indicator_values" ADD CONSTRAINT "indicator_values_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "indicator_values" ADD CONSTRAINT "indicator_values_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "indicator_values"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "report_indicator_values" ADD CONSTRAINT "report_indicator_values_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "report_indicator_values" ADD CONSTRAINT "report_indicator_values_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicators"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "milestones" ADD CONSTRAINT "milestones_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "milestones" ADD CONSTRAINT "milestones_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "registers" ADD CONSTRAINT "registers_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "registers" ADD CONSTRAINT "registers_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_register_id_fkey" FOREIGN KEY ("register_id") REFERENCES "registers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ---------------------------------------------------------------------------------
ALTER TABLE milestones ADD CHECK (title <> ''), ADD CHECK ((done_on IS NULL) = (done_at IS NULL)),
  ADD CHECK (done_on IS NULL OR dropped_reason IS NULL);
ALTER TABLE registers ADD CHECK (title <> ''), ADD CHECK (no > 0), ADD CHECK (last_row_no >= 0),
  ADD CHECK (jsonb_typeof(columns) = 'array');
ALTER TABLE register_rows ADD CHECK (no > 0), ADD CHECK (jsonb_typeof("values") = 'object'),
  ADD CHECK ((state = 'withdrawn') = (withdraw_reason IS NOT NULL)),
  ADD CHECK (state <> 'put_right' OR put_right_on IS NOT NULL), ADD CHECK (state <> 'open' OR put_right_on IS NULL);
ALTER TABLE indicators ADD CHECK (name <> ''), ADD CHECK (jsonb_typeof(path) = 'array'),
  ADD CHECK ((register_id IS NULL) = (register_measure IS NULL)), ADD CHECK (register_column IS NULL OR register_id IS NOT NULL);

-- Once its task went out, a milestone keeps its first date and is never due after the task.
CREATE FUNCTION check_milestone_dates() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE task RECORD;
BEGIN
  SELECT due_on, dispatched_at INTO task FROM tasks WHERE id = NEW.task_id;
  IF task.dispatched_at IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.original_due_on IS DISTINCT FROM NEW.original_due_on THEN
    RAISE EXCEPTION 'the original date of a milestone never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.due_on > task.due_on AND (TG_OP = 'INSERT' OR OLD.due_on IS DISTINCT FROM NEW.due_on) THEN
    RAISE EXCEPTION 'a milestone is not due after its task' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER milestone_dates BEFORE INSERT OR UPDATE OF due_on, original_due_on ON milestones
  FOR EACH ROW EXECUTE FUNCTION check_milestone_dates();

-- Rows of a register and values of an indicator are kept.
CREATE FUNCTION forbid_register_row_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of a register is withdrawn, never deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER register_row_kept BEFORE DELETE OR TRUNCATE ON register_rows FOR EACH STATEMENT EXECUTE FUNCTION forbid_register_row_delete();
CREATE FUNCTION forbid_indicator_value_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the values of an indicator are append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER indicator_values_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON indicator_values FOR EACH STATEMENT EXECUTE FUNCTION forbid_indicator_value_change();
REVOKE DELETE, TRUNCATE ON registers, register_rows FROM luoshi_app;
REVOKE UPDATE, DELETE, TRUNCATE ON indicator_values FROM luoshi_app;
