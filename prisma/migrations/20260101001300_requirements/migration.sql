-- Units that ended, and who took over.
CREATE TABLE "unit_successions" (
    "unit_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    CONSTRAINT "unit_successions_pkey" PRIMARY KEY ("unit_id", "successor_id"),
    CHECK ("unit_id" <> "successor_id")
);
CREATE INDEX "unit_successions_successor_id_idx" ON "unit_successions"("successor_id");
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "unit_successions" ADD CONSTRAINT "unit_successions_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What tasks that went out require, found by their min-hash bands.
CREATE TABLE "task_requirements" (
    "task_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "marks" INTEGER[],
    "words" TEXT[],
    "rules" INTEGER NOT NULL,
    CONSTRAINT "task_requirements_pkey" PRIMARY KEY ("task_id")
);
CREATE INDEX "task_requirements_marks_idx" ON "task_requirements" USING GIN ("marks");
CREATE INDEX "task_requirements_rules_idx" ON "task_requirements"("rules");
ALTER TABLE "task_requirements" ADD CONSTRAINT "task_requirements_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Tasks that ask for the same.
CREATE TABLE "requirement_groups" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "requirement_groups_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "requirement_members" (
    "task_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "linked_by_id" UUID NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "requirement_members_pkey" PRIMARY KEY ("task_id")
);
CREATE INDEX "requirement_members_group_id_idx" ON "requirement_members"("group_id");
ALTER TABLE "requirement_members" ADD CONSTRAINT "requirement_members_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "requirement_members" ADD CONSTRAINT "requirement_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "requirement_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "requirement_members" ADD CONSTRAINT "requirement_members_linked_by_id_fkey" FOREIGN KEY ("linked_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What suggestions of units are learned into.
CREATE TABLE "suggestion_words" (
    "word" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "tasks" INTEGER NOT NULL,
    "last_nos" INTEGER[],
    CONSTRAINT "suggestion_words_pkey" PRIMARY KEY ("word", "unit_id")
);
CREATE INDEX "suggestion_words_unit_id_idx" ON "suggestion_words"("unit_id");
ALTER TABLE "suggestion_words" ADD CONSTRAINT "suggestion_words_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TABLE "suggestion_builds" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "tasks" INTEGER NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "suggestion_builds_pkey" PRIMARY KEY ("id"),
    CHECK ("id" = 1)
);

-- One report that serves several tasks: the choice on its draft, and the first of those that were filed together.
ALTER TABLE "reports" ADD COLUMN "shared_from_id" UUID;
CREATE INDEX "reports_shared_from_id_idx" ON "reports"("shared_from_id");
ALTER TABLE "reports" ADD CONSTRAINT "reports_shared_from_id_fkey" FOREIGN KEY ("shared_from_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TABLE "report_shares" (
    "report_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    CONSTRAINT "report_shares_pkey" PRIMARY KEY ("report_id", "assignment_id")
);
CREATE INDEX "report_shares_assignment_id_idx" ON "report_shares"("assignment_id");
ALTER TABLE "report_shares" ADD CONSTRAINT "report_shares_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "report_shares" ADD CONSTRAINT "report_shares_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
