-- Urges: a slip per unit, an urge per assignment on it. Reporting periods as the job recorded them, and the day on which a cycle's periods end.

-- CreateEnum
CREATE TYPE "UrgeStatus" AS ENUM ('sent', 'answered', 'lapsed', 'escalated');

-- CreateEnum
CREATE TYPE "UrgeRule" AS ENUM ('by_hand', 'not_acknowledged', 'report_missed', 'due_soon', 'overdue', 'unanswered');

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "cycle_day" INTEGER;

-- CreateTable
CREATE TABLE "urge_slips" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "unit_id" UUID NOT NULL,
    "sender_unit_id" UUID NOT NULL,
    "sent_by_id" UUID,
    "level" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "answer_by_on" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_on" DATE NOT NULL,
    "status" "UrgeStatus" NOT NULL DEFAULT 'sent',
    "answer" TEXT NOT NULL DEFAULT '',
    "drafted_by_id" UUID,
    "drafted_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answered_late" BOOLEAN NOT NULL DEFAULT false,
    "lapsed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "urge_slips_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "urges" (
    "id" UUID NOT NULL,
    "slip_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "rule" "UrgeRule" NOT NULL DEFAULT 'by_hand',
    "fact_on" DATE NOT NULL,
    "status" "UrgeStatus" NOT NULL DEFAULT 'sent',
    "answer" TEXT NOT NULL DEFAULT '',
    "settled_at" TIMESTAMPTZ(3),
    "escalated_from_id" UUID,

    CONSTRAINT "urges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_periods" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "report_id" UUID,
    "served_on" DATE,
    "missed_at" TIMESTAMPTZ(3),
    "excused_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_periods_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "urge_slips_no_key" ON "urge_slips"("no");

-- CreateIndex
CREATE INDEX "urge_slips_unit_id_status_answer_by_on_idx" ON "urge_slips"("unit_id", "status", "answer_by_on");

-- CreateIndex
CREATE INDEX "urge_slips_sender_unit_id_status_idx" ON "urge_slips"("sender_unit_id", "status");

-- CreateIndex
CREATE INDEX "urge_slips_status_answer_by_on_idx" ON "urge_slips"("status", "answer_by_on");

-- CreateIndex
CREATE INDEX "urge_slips_unit_id_sent_on_idx" ON "urge_slips"("unit_id", "sent_on");

-- CreateIndex
CREATE UNIQUE INDEX "urges_escalated_from_id_key" ON "urges"("escalated_from_id");

-- CreateIndex
CREATE INDEX "urges_slip_id_idx" ON "urges"("slip_id");

-- CreateIndex
CREATE INDEX "urges_assignment_id_status_idx" ON "urges"("assignment_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "urges_one_per_fact" ON "urges"("rule", "assignment_id", "fact_on") WHERE (rule <> 'by_hand');

-- CreateIndex
CREATE UNIQUE INDEX "urges_one_open" ON "urges"("assignment_id") WHERE (status = 'sent');

-- CreateIndex
CREATE INDEX "report_periods_due_on_idx" ON "report_periods"("due_on");

-- CreateIndex
CREATE INDEX "report_periods_report_id_idx" ON "report_periods"("report_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_periods_assignment_id_starts_on_key" ON "report_periods"("assignment_id", "starts_on");

-- AddForeignKey
ALTER TABLE "urge_slips" ADD CONSTRAINT "urge_slips_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urge_slips" ADD CONSTRAINT "urge_slips_sender_unit_id_fkey" FOREIGN KEY ("sender_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urge_slips" ADD CONSTRAINT "urge_slips_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urge_slips" ADD CONSTRAINT "urge_slips_drafted_by_id_fkey" FOREIGN KEY ("drafted_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urge_slips" ADD CONSTRAINT "urge_slips_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urges" ADD CONSTRAINT "urges_slip_id_fkey" FOREIGN KEY ("slip_id") REFERENCES "urge_slips"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urges" ADD CONSTRAINT "urges_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "urges" ADD CONSTRAINT "urges_escalated_from_id_fkey" FOREIGN KEY ("escalated_from_id") REFERENCES "urges"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_periods" ADD CONSTRAINT "report_periods_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_periods" ADD CONSTRAINT "report_periods_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules ---------------------------------------------------------------------------------------------------------------
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_cycle_day_check" CHECK ("cycle_day" IS NULL OR ("cycle" IS NOT NULL AND "cycle_day" BETWEEN 1 AND 31
  AND ("cycle" IN ('monthly', 'quarterly') OR "cycle_day" <= 7)));
ALTER TABLE "urge_slips" ADD CHECK ("level" BETWEEN 1 AND 3), ADD CHECK ("answer_by_on" >= "sent_on"),
  ADD CHECK (("answered_by_id" IS NULL) = ("answered_at" IS NULL)), ADD CHECK ("answered_by_id" IS NULL OR ("status" = 'answered' AND "answer" <> '')),
  ADD CHECK ("sent_by_id" IS NOT NULL OR "text" = '');
ALTER TABLE "report_periods" ADD CHECK ("n" > 0), ADD CHECK ("ends_on" >= "starts_on"), ADD CHECK ("due_on" >= "ends_on"),
  ADD CHECK ("missed_at" IS NULL OR "served_on" IS NULL), ADD CHECK (("report_id" IS NULL) = ("served_on" IS NULL));

-- What was sent stays as it was sent; what was answered stays as it was answered.
CREATE FUNCTION forbid_urge_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an urge that was sent is never edited' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER urge_slip_kept BEFORE UPDATE ON urge_slips FOR EACH ROW
  WHEN ((OLD.level, OLD.text, OLD.answer_by_on, OLD.sent_at, OLD.sent_on, OLD.sent_by_id) IS DISTINCT FROM
      (NEW.level, NEW.text, NEW.answer_by_on, NEW.sent_at, NEW.sent_on, NEW.sent_by_id)
    OR (OLD.answered_at IS NOT NULL AND (OLD.answer, OLD.answered_at, OLD.answered_by_id) IS DISTINCT FROM (NEW.answer, NEW.answered_at, NEW.answered_by_id)))
  EXECUTE FUNCTION forbid_urge_edit();
CREATE TRIGGER urge_kept BEFORE UPDATE ON urges FOR EACH ROW
  WHEN ((OLD.slip_id, OLD.assignment_id, OLD.rule, OLD.fact_on) IS DISTINCT FROM (NEW.slip_id, NEW.assignment_id, NEW.rule, NEW.fact_on))
  EXECUTE FUNCTION forbid_urge_edit();
