-- Since when a task rests and with which task above it, and when work that was done was asked for again.
ALTER TABLE "tasks" ADD COLUMN "suspended_at" TIMESTAMPTZ(3), ADD COLUMN "suspended_with_id" UUID, ADD COLUMN "reopened_at" TIMESTAMPTZ(3);
ALTER TABLE "assignments" ADD COLUMN "reopened_at" TIMESTAMPTZ(3);
CREATE INDEX "tasks_suspended_with_id_idx" ON "tasks"("suspended_with_id");
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_suspended_with_id_fkey" FOREIGN KEY ("suspended_with_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

UPDATE "tasks" SET "suspended_at" = COALESCE("dispatched_at", "created_at") WHERE "status" = 'suspended';
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_rest_has_its_day" CHECK (("suspended_at" IS NULL AND "suspended_with_id" IS NULL) OR "status" = 'suspended');
