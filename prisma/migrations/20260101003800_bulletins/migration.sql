-- Bulletins: an account with live figures that freeze, its versions, the rows behind the figures, the units it names, remarks.

-- CreateEnum
CREATE TYPE "BulletinKind" AS ENUM ('bulletin', 'special_report');

-- CreateEnum
CREATE TYPE "BulletinStatus" AS ENUM ('draft', 'awaiting_head', 'awaiting_leader', 'approved', 'published', 'withdrawn');

-- CreateTable
CREATE TABLE "bulletins" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "kind" "BulletinKind" NOT NULL,
    "status" "BulletinStatus" NOT NULL DEFAULT 'draft',
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "directive_id" UUID,
    "scope" TEXT NOT NULL,
    "office_unit_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "frozen_version" INTEGER,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "sent_up_by_id" UUID,
    "sent_up_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "published_on" DATE,
    "issue_year" INTEGER,
    "issue_no" INTEGER,
    "sent_back_by_id" UUID,
    "sent_back_reason" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bulletins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_versions" (
    "bulletin_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bulletin_versions_pkey" PRIMARY KEY ("bulletin_id","no")
);

-- CreateTable
CREATE TABLE "bulletin_rows" (
    "id" UUID NOT NULL,
    "bulletin_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "task_no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID,
    "light" TEXT,
    "due_on" DATE,
    "figures" TEXT[],
    "counted" TEXT[],

    CONSTRAINT "bulletin_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_namings" (
    "id" UUID NOT NULL,
    "bulletin_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "passage" TEXT NOT NULL,
    "task_nos" INTEGER[],
    "told_by_id" UUID,
    "told_at" TIMESTAMPTZ(3),
    "told_passage" TEXT,
    "answer_by_on" DATE,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "waive_reason" TEXT,
    "waived_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bulletin_namings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin_remarks" (
    "id" UUID NOT NULL,
    "bulletin_id" UUID NOT NULL,
    "paragraph_id" TEXT,
    "quote" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulletin_remarks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "bulletins_no_key" ON "bulletins"("no");

-- CreateIndex
CREATE INDEX "bulletins_status_no_idx" ON "bulletins"("status", "no");

-- CreateIndex
CREATE INDEX "bulletins_directive_id_idx" ON "bulletins"("directive_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulletins_kind_issue_year_issue_no_key" ON "bulletins"("kind", "issue_year", "issue_no");

-- CreateIndex
CREATE INDEX "bulletin_rows_bulletin_id_version_task_no_id_idx" ON "bulletin_rows"("bulletin_id", "version", "task_no", "id");

-- CreateIndex
CREATE INDEX "bulletin_namings_unit_id_answer_by_on_idx" ON "bulletin_namings"("unit_id", "answer_by_on");

-- CreateIndex
CREATE UNIQUE INDEX "bulletin_namings_bulletin_id_unit_id_key" ON "bulletin_namings"("bulletin_id", "unit_id");

-- CreateIndex
CREATE INDEX "bulletin_remarks_bulletin_id_written_at_idx" ON "bulletin_remarks"("bulletin_id", "written_at");

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_office_unit_id_fkey" FOREIGN KEY ("office_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_sent_up_by_id_fkey" FOREIGN KEY ("sent_up_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_sent_back_by_id_fkey" FOREIGN KEY ("sent_back_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_versions" ADD CONSTRAINT "bulletin_versions_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletins"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_versions" ADD CONSTRAINT "bulletin_versions_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_rows" ADD CONSTRAINT "bulletin_rows_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletins"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_rows" ADD CONSTRAINT "bulletin_rows_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_rows" ADD CONSTRAINT "bulletin_rows_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_namings" ADD CONSTRAINT "bulletin_namings_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletins"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_namings" ADD CONSTRAINT "bulletin_namings_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_namings" ADD CONSTRAINT "bulletin_namings_told_by_id_fkey" FOREIGN KEY ("told_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_namings" ADD CONSTRAINT "bulletin_namings_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_namings" ADD CONSTRAINT "bulletin_namings_waived_by_id_fkey" FOREIGN KEY ("waived_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_remarks" ADD CONSTRAINT "bulletin_remarks_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletins"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_remarks" ADD CONSTRAINT "bulletin_remarks_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulletin_remarks" ADD CONSTRAINT "bulletin_remarks_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules ---------------------------------------------------------------------------------------------------------------
ALTER TABLE "bulletins"
  ADD CHECK ("language" IN ('zh-CN', 'en')),
  ADD CHECK (("kind" = 'special_report') = ("directive_id" IS NOT NULL)),
  ADD CHECK (("frozen_at" IS NULL) = ("frozen_version" IS NULL)),
  -- What waits for a leader, is approved or published says what it said when it was frozen.
  ADD CHECK ("status" NOT IN ('awaiting_leader', 'approved', 'published') OR "frozen_at" IS NOT NULL),
  ADD CHECK ("status" NOT IN ('approved', 'published') OR "approved_by_id" IS NOT NULL),
  ADD CHECK (("published_at" IS NULL) = ("issue_no" IS NULL)),
  ADD CHECK ("status" <> 'published' OR "published_at" IS NOT NULL),
  ADD CHECK (("status" = 'withdrawn') = ("withdrawn_at" IS NOT NULL));
ALTER TABLE "bulletin_namings"
  ADD CHECK (("told_at" IS NULL) = ("told_passage" IS NULL)),
  ADD CHECK (("answered_at" IS NULL) = ("answer" IS NULL)),
  ADD CHECK ("answered_at" IS NULL OR "told_at" IS NOT NULL);

-- What was frozen says the same until it is opened again; what was published never changes.
CREATE FUNCTION forbid_bulletin_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a frozen bulletin is never edited' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER bulletin_kept BEFORE UPDATE ON bulletins FOR EACH ROW
  WHEN (OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS NOT NULL OR OLD.published_at IS NOT NULL)
    AND (OLD.title, OLD.content, OLD.scope, OLD.frozen_version) IS DISTINCT FROM (NEW.title, NEW.content, NEW.scope, NEW.frozen_version))
  EXECUTE FUNCTION forbid_bulletin_edit();
CREATE TRIGGER bulletin_versions_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON bulletin_versions FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
CREATE TRIGGER bulletin_rows_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON bulletin_rows FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
REVOKE UPDATE, DELETE, TRUNCATE ON bulletin_versions, bulletin_rows FROM luoshi_app;
REVOKE DELETE ON bulletins, bulletin_namings, bulletin_remarks FROM luoshi_app;
