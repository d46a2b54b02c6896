-- Deputies, changes of units with their hand-overs, and corrections of the calendar.

-- CreateEnum
CREATE TYPE "UnitChangeKind" AS ENUM ('rename', 'move', 'merge', 'split');

-- CreateEnum
CREATE TYPE "UnitChangeStatus" AS ENUM ('proposed', 'confirmed', 'done', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "UnitChangeSide" AS ENUM ('from', 'to');

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN "on_behalf_of_id" UUID;

-- AlterTable
ALTER TABLE "calendar_years" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "deputies" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "role" "Role",
    "unit_id" UUID,
    "valid_from_on" DATE NOT NULL,
    "valid_to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "named_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deputies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_proxies" (
    "report_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "report_proxies_pkey" PRIMARY KEY ("report_id","person_id")
);

-- CreateTable
CREATE TABLE "unit_changes" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "kind" "UnitChangeKind" NOT NULL,
    "status" "UnitChangeStatus" NOT NULL DEFAULT 'proposed',
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "effected_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_change_units" (
    "change_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "side" "UnitChangeSide" NOT NULL,

    CONSTRAINT "unit_change_units_pkey" PRIMARY KEY ("change_id","unit_id")
);

-- CreateTable
CREATE TABLE "assignment_holders" (
    "assignment_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_holders_pkey" PRIMARY KEY ("assignment_id","change_id")
);

-- CreateIndex
CREATE INDEX "deputies_deputy_id_valid_to_on_idx" ON "deputies"("deputy_id", "valid_to_on");

-- CreateIndex
CREATE INDEX "deputies_person_id_valid_to_on_idx" ON "deputies"("person_id", "valid_to_on");

-- CreateIndex
CREATE INDEX "deputies_unit_id_idx" ON "deputies"("unit_id");

-- CreateIndex
CREATE INDEX "report_proxies_person_id_idx" ON "report_proxies"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_changes_no_key" ON "unit_changes"("no");

-- CreateIndex
CREATE INDEX "unit_changes_status_effective_on_idx" ON "unit_changes"("status", "effective_on");

-- CreateIndex
CREATE INDEX "unit_change_units_unit_id_idx" ON "unit_change_units"("unit_id");

-- CreateIndex
CREATE INDEX "assignment_holders_unit_id_idx" ON "assignment_holders"("unit_id");

-- CreateIndex
CREATE INDEX "assignment_holders_change_id_idx" ON "assignment_holders"("change_id");

-- AddForeignKey
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_named_by_id_fkey" FOREIGN KEY ("named_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_proxies" ADD CONSTRAINT "report_proxies_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_proxies" ADD CONSTRAINT "report_proxies_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_change_units" ADD CONSTRAINT "unit_change_units_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "unit_changes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_change_units" ADD CONSTRAINT "unit_change_units_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_holders" ADD CONSTRAINT "assignment_holders_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_holders" ADD CONSTRAINT "assignment_holders_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_holders" ADD CONSTRAINT "assignment_holders_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "unit_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE deputies ADD CHECK (person_id <> deputy_id), ADD CHECK (valid_to_on >= valid_from_on), ADD CHECK (reason <> ''),
  ADD CHECK ((role IS NULL) = (unit_id IS NULL)), ADD CHECK (role IS NULL OR role NOT IN ('system_admin', 'security_admin', 'auditor'));
ALTER TABLE unit_changes ADD CHECK (reason <> ''),
  ADD CHECK ((status IN ('confirmed', 'done', 'refused')) <= (decided_by_id IS NOT NULL)), ADD CHECK (decided_by_id <> proposed_by_id),
  ADD CHECK ((status = 'done') = (effected_at IS NOT NULL));
REVOKE DELETE, TRUNCATE ON deputies, unit_changes, unit_change_units, assignment_holders, report_proxies FROM luoshi_app;
