CREATE TYPE "OverviewLight" AS ENUM ('off', 'risk', 'ok', 'idle', 'done', 'late');

CREATE TABLE "task_standings" (
    "id" BIGSERIAL NOT NULL,
    "task_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" "TaskStatus" NOT NULL,
    "light" "OverviewLight",
    "lead_unit_id" UUID,
    "due_on" DATE,
    "claimed" INTEGER NOT NULL,
    "verified" INTEGER NOT NULL,
    "was_light" "OverviewLight",
    "was_lead_unit_id" UUID,

    CONSTRAINT "task_standings_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "task_standings_task_id_at_id_idx" ON "task_standings"("task_id", "at", "id");

CREATE INDEX "task_standings_at_idx" ON "task_standings"("at");

ALTER TABLE "task_standings" ADD CONSTRAINT "task_standings_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What went out before this table was there is known from now on; earlier days are not made up.
INSERT INTO task_standings (task_id, at, status, light, lead_unit_id, due_on, claimed, verified)
SELECT id, now(), status, (CASE WHEN light = 'done' AND completed_late THEN 'late' ELSE light::text END)::"OverviewLight", lead_unit_id, due_on,
  claimed_progress, verified_progress
FROM tasks WHERE dispatched_at IS NOT NULL ORDER BY dispatched_at, no;

CREATE TRIGGER task_standings_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON task_standings FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
REVOKE UPDATE, DELETE, TRUNCATE ON task_standings FROM luoshi_app;
