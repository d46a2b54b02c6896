-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DirectiveStatus" AS ENUM ('draft', 'filed', 'discarded', 'in_force', 'closed', 'archived');

-- CreateEnum
CREATE TYPE "DirectiveKind" AS ENUM ('meeting', 'document', 'instruction');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('none', 'urgent', 'extra_urgent');

-- CreateEnum
CREATE TYPE "HandlingMark" AS ENUM ('public', 'internal', 'work_secret');

-- CreateEnum
CREATE TYPE "ProvisionClass" AS ENUM ('task', 'goal', 'background', 'formality', 'open');

-- CreateEnum
CREATE TYPE "DistributionExtent" AS ENUM ('excerpt', 'full');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('ministry', 'office', 'bureau', 'affiliated', 'province', 'city', 'county', 'discipline', 'external');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('leader', 'office_head', 'officer', 'unit_head', 'liaison', 'discipline', 'system_admin', 'security_admin', 'auditor');

-- CreateEnum
CREATE TYPE "PersonStatus" AS ENUM ('active', 'left');

-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('progress', 'no_change', 'completion');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('draft', 'awaiting_signoff', 'submitted', 'accepted', 'returned', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('accept', 'return');

-- CreateEnum
CREATE TYPE "ReturnKind" AS ENUM ('insufficient', 'mismatch', 'doubtful', 'no_evidence', 'other');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('file', 'reference');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('draft', 'awaiting_approval', 'approved', 'dispatched', 'in_progress', 'under_review', 'completed', 'struck_off', 'archived', 'declined', 'suspended', 'terminated');

-- CreateEnum
CREATE TYPE "TaskKind" AS ENUM ('time_boxed', 'phased', 'ongoing');

-- CreateEnum
CREATE TYPE "ReportingCycle" AS ENUM ('weekly', 'fortnightly', 'monthly', 'quarterly');

-- CreateEnum
CREATE TYPE "DueBasis" AS ENUM ('text', 'rule', 'assigned');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('suggested', 'confirmed', 'manual');

-- CreateEnum
CREATE TYPE "AssignmentPart" AS ENUM ('lead', 'supporting', 'local');

-- CreateEnum
CREATE TYPE "DraftPartSource" AS ENUM ('text', 'suggested', 'manual');

-- CreateEnum
CREATE TYPE "AssignmentStatus" AS ENUM ('awaiting_acknowledgement', 'acknowledged', 'in_progress', 'reported_done', 'accepted', 'waived', 'refused', 'replaced');

-- CreateEnum
CREATE TYPE "Light" AS ENUM ('idle', 'ok', 'risk', 'off', 'done');

-- CreateEnum
CREATE TYPE "VerificationBasis" AS ENUM ('document', 'telephone', 'visit', 'sample', 'not_verified');

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT,
    "actor_unit_id" UUID,
    "actor_unit" TEXT,
    "session_id" UUID,
    "address" TEXT NOT NULL DEFAULT '',
    "entity" TEXT NOT NULL,
    "entity_id" UUID NOT NULL,
    "task_id" UUID,
    "directive_id" UUID,
    "unit_id" UUID,
    "before_hash" TEXT NOT NULL,
    "after_hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_values" (
    "entry_id" UUID NOT NULL,
    "salt" TEXT,
    "before" JSONB,
    "after" JSONB,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "audit_values_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "audit_seals" (
    "no" INTEGER NOT NULL,
    "entry_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "audit_pending" (
    "entry_id" UUID NOT NULL,

    CONSTRAINT "audit_pending_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "command_receipts" (
    "key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipts_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "directives" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL DEFAULT '',
    "doc_number" TEXT,
    "doc_number_key" TEXT,
    "kind" "DirectiveKind" NOT NULL,
    "issued_on" DATE,
    "chair" TEXT,
    "urgency" "Urgency" NOT NULL DEFAULT 'none',
    "marking" "HandlingMark" NOT NULL DEFAULT 'internal',
    "language" TEXT NOT NULL,
    "status" "DirectiveStatus" NOT NULL DEFAULT 'draft',
    "text" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "source_file_id" UUID,
    "source_name" TEXT,
    "source_encoding" TEXT,
    "metadata_spans" JSONB NOT NULL DEFAULT '{}',
    "cleaning_counts" JSONB NOT NULL DEFAULT '{}',
    "closed_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "in_force_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "directives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provisions" (
    "id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "path" TEXT[],
    "class" "ProvisionClass" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directive_distributions" (
    "directive_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "extent" "DistributionExtent" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "directive_distributions_pkey" PRIMARY KEY ("directive_id","unit_id")
);

-- CreateTable
CREATE TABLE "decomposition_edits" (
    "id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undone" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decomposition_edits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "unit_id" UUID,
    "person_id" UUID,
    "event" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "task_id" UUID,
    "directive_id" UUID,
    "by_name" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name_en" TEXT NOT NULL,
    "aliases" TEXT[],
    "former_names" TEXT[],
    "duties" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "path" UUID[],
    "sort" INTEGER NOT NULL DEFAULT 0,
    "valid_from_on" DATE NOT NULL,
    "valid_to_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidances" (
    "guiding_unit_id" UUID NOT NULL,
    "guided_unit_id" UUID NOT NULL,
    "valid_from_on" DATE NOT NULL,
    "valid_to_on" DATE,

    CONSTRAINT "guidances_pkey" PRIMARY KEY ("guiding_unit_id","guided_unit_id","valid_from_on")
);

-- CreateTable
CREATE TABLE "portfolio_units" (
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,

    CONSTRAINT "portfolio_units_pkey" PRIMARY KEY ("person_id","unit_id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "title_en" TEXT NOT NULL DEFAULT '',
    "phone" TEXT,
    "password_hash" TEXT,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "status" "PersonStatus" NOT NULL DEFAULT 'active',
    "locale" TEXT,
    "desk_seen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "valid_from_on" DATE NOT NULL,
    "valid_to_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_links" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "window_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "calendar_years" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_years_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "day_on" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "is_working" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("day_on")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "supersedes_id" UUID,
    "kind" "ReportKind" NOT NULL DEFAULT 'progress',
    "status" "ReportStatus" NOT NULL DEFAULT 'draft',
    "claimed_progress" INTEGER NOT NULL,
    "done" TEXT NOT NULL DEFAULT '',
    "next_step" TEXT NOT NULL DEFAULT '',
    "next_step_on" DATE,
    "difficulty" TEXT NOT NULL DEFAULT '',
    "help_needed" TEXT NOT NULL DEFAULT '',
    "written_by_id" UUID NOT NULL,
    "signed_off_by_id" UUID,
    "submitted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_for_signoff_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "return_kind" "ReturnKind",
    "reason" TEXT NOT NULL DEFAULT '',
    "verified_progress" INTEGER,
    "basis" "VerificationBasis",
    "unopened_evidence" INTEGER NOT NULL DEFAULT 0,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "mime" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "file_id" UUID,
    "name" TEXT NOT NULL,
    "reference" TEXT,
    "unit_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_evidence" (
    "report_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "report_evidence_pkey" PRIMARY KEY ("report_id","evidence_id")
);

-- CreateTable
CREATE TABLE "evidence_views" (
    "evidence_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_views_pkey" PRIMARY KEY ("evidence_id","person_id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "directive_id" UUID NOT NULL,
    "owner_unit_id" UUID NOT NULL,
    "parent_assignment_id" UUID,
    "office_owned" BOOLEAN NOT NULL DEFAULT true,
    "title" TEXT NOT NULL,
    "expected_result" TEXT NOT NULL DEFAULT '',
    "remark" TEXT NOT NULL DEFAULT '',
    "group_title" TEXT,
    "kind" "TaskKind" NOT NULL DEFAULT 'time_boxed',
    "cycle" "ReportingCycle",
    "due_on" DATE,
    "original_due_on" DATE,
    "due_basis" "DueBasis",
    "due_basis_text" TEXT,
    "extension_count" INTEGER NOT NULL DEFAULT 0,
    "ever_overdue" BOOLEAN NOT NULL DEFAULT false,
    "responsible_leader_id" UUID,
    "responsible_person_id" UUID,
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "cascade" BOOLEAN NOT NULL DEFAULT false,
    "status" "TaskStatus" NOT NULL DEFAULT 'draft',
    "status_before_suspension" "TaskStatus",
    "draft_state" "DraftState" NOT NULL DEFAULT 'suggested',
    "reasons" TEXT[],
    "close_reason" TEXT,
    "conclusion" TEXT,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "dispatched_at" TIMESTAMPTZ(3),
    "dispatched_on" DATE,
    "completed_at" TIMESTAMPTZ(3),
    "completed_on" DATE,
    "completed_late" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "light" "Light",
    "light_facts" JSONB,
    "light_next_change_on" DATE,
    "lead_unit_id" UUID,
    "claimed_progress" INTEGER NOT NULL DEFAULT 0,
    "verified_progress" INTEGER NOT NULL DEFAULT 0,
    "last_report_at" TIMESTAMPTZ(3),
    "move" JSONB,
    "move_party" TEXT,
    "move_since_on" DATE,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_provisions" (
    "task_id" UUID NOT NULL,
    "provision_id" UUID NOT NULL,

    CONSTRAINT "task_provisions_pkey" PRIMARY KEY ("task_id","provision_id")
);

-- CreateTable
CREATE TABLE "task_draft_parts" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "unit_id" UUID,
    "part" "AssignmentPart" NOT NULL,
    "source" "DraftPartSource" NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "name_in_text" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "reason" JSONB,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_draft_parts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "part" "AssignmentPart" NOT NULL,
    "parent_assignment_id" UUID,
    "replaced_by_id" UUID,
    "status" "AssignmentStatus" NOT NULL DEFAULT 'awaiting_acknowledgement',
    "weight" INTEGER NOT NULL DEFAULT 1,
    "due_on" DATE,
    "original_due_on" DATE,
    "ever_overdue" BOOLEAN NOT NULL DEFAULT false,
    "acknowledge_due_on" DATE NOT NULL,
    "refuse_due_on" DATE NOT NULL,
    "dispatched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "refused_at" TIMESTAMPTZ(3),
    "refusal_reason" TEXT,
    "close_reason" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "responsible_person_id" UUID,
    "claimed_progress" INTEGER NOT NULL DEFAULT 0,
    "verified_progress" INTEGER NOT NULL DEFAULT 0,
    "verified_basis" "VerificationBasis",
    "last_report_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "light" "Light",
    "light_facts" JSONB,
    "light_next_change_on" DATE,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_readers" (
    "unit_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "due_on" DATE,

    CONSTRAINT "assignment_readers_pkey" PRIMARY KEY ("unit_id","assignment_id")
);

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "audit_entries"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_task_id_id_idx" ON "audit_entries"("task_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_directive_id_id_idx" ON "audit_entries"("directive_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_entity_id_id_idx" ON "audit_entries"("entity_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_id_idx" ON "audit_entries"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_entries_event_id_idx" ON "audit_entries"("event", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seals_entry_id_key" ON "audit_seals"("entry_id");

-- CreateIndex
CREATE INDEX "command_receipts_created_at_idx" ON "command_receipts"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "directives_no_key" ON "directives"("no");

-- CreateIndex
CREATE INDEX "directives_status_created_at_idx" ON "directives"("status", "created_at");

-- CreateIndex
CREATE INDEX "directives_doc_number_key_idx" ON "directives"("doc_number_key");

-- CreateIndex
CREATE INDEX "directives_text_sha256_idx" ON "directives"("text_sha256");

-- CreateIndex
CREATE INDEX "provisions_directive_id_start_idx" ON "provisions"("directive_id", "start");

-- CreateIndex
CREATE INDEX "directive_distributions_unit_id_idx" ON "directive_distributions"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "decomposition_edits_directive_id_seq_key" ON "decomposition_edits"("directive_id", "seq");

-- CreateIndex
CREATE INDEX "notifications_unit_id_created_at_idx" ON "notifications"("unit_id", "created_at");

-- CreateIndex
CREATE INDEX "notifications_person_id_created_at_idx" ON "notifications"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "units_code_key" ON "units"("code");

-- CreateIndex
CREATE INDEX "units_parent_id_idx" ON "units"("parent_id");

-- CreateIndex
CREATE INDEX "units_path_idx" ON "units" USING GIN ("path");

-- CreateIndex
CREATE INDEX "guidances_guided_unit_id_idx" ON "guidances"("guided_unit_id");

-- CreateIndex
CREATE INDEX "portfolio_units_unit_id_idx" ON "portfolio_units"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_account_key" ON "people"("account");

-- CreateIndex
CREATE INDEX "role_grants_unit_id_role_idx" ON "role_grants"("unit_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "role_grants_person_id_unit_id_role_valid_from_on_key" ON "role_grants"("person_id", "unit_id", "role", "valid_from_on");

-- CreateIndex
CREATE INDEX "sessions_person_id_ended_at_idx" ON "sessions"("person_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "password_links_token_hash_key" ON "password_links"("token_hash");

-- CreateIndex
CREATE INDEX "password_links_person_id_idx" ON "password_links"("person_id");

-- CreateIndex
CREATE INDEX "calendar_days_year_idx" ON "calendar_days"("year");

-- CreateIndex
CREATE INDEX "reports_status_submitted_at_id_idx" ON "reports"("status", "submitted_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_assignment_id_seq_key" ON "reports"("assignment_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "reports_one_open_draft" ON "reports"("assignment_id") WHERE (status = 'draft' OR status = 'awaiting_signoff');

-- CreateIndex
CREATE UNIQUE INDEX "reviews_report_id_key" ON "reviews"("report_id");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_reviewed_at_idx" ON "reviews"("reviewer_id", "reviewed_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_sha256_key" ON "stored_files"("sha256");

-- CreateIndex
CREATE INDEX "evidence_unit_id_created_at_idx" ON "evidence"("unit_id", "created_at");

-- CreateIndex
CREATE INDEX "evidence_file_id_idx" ON "evidence"("file_id");

-- CreateIndex
CREATE INDEX "report_evidence_evidence_id_idx" ON "report_evidence"("evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_no_key" ON "tasks"("no");

-- CreateIndex
CREATE INDEX "tasks_directive_id_sort_idx" ON "tasks"("directive_id", "sort");

-- CreateIndex
CREATE INDEX "tasks_office_owned_status_due_on_id_idx" ON "tasks"("office_owned", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "tasks_office_owned_due_on_id_idx" ON "tasks"("office_owned", "due_on", "id");

-- CreateIndex
CREATE INDEX "tasks_office_owned_light_due_on_id_idx" ON "tasks"("office_owned", "light", "due_on", "id");

-- CreateIndex
CREATE INDEX "tasks_office_owned_lead_unit_id_due_on_id_idx" ON "tasks"("office_owned", "lead_unit_id", "due_on", "id");

-- CreateIndex
CREATE INDEX "tasks_light_next_change_on_idx" ON "tasks"("light_next_change_on");

-- CreateIndex
CREATE INDEX "tasks_parent_assignment_id_idx" ON "tasks"("parent_assignment_id");

-- CreateIndex
CREATE INDEX "tasks_owner_unit_id_status_idx" ON "tasks"("owner_unit_id", "status");

-- CreateIndex
CREATE INDEX "task_provisions_provision_id_idx" ON "task_provisions"("provision_id");

-- CreateIndex
CREATE INDEX "task_draft_parts_task_id_idx" ON "task_draft_parts"("task_id");

-- CreateIndex
CREATE INDEX "task_draft_parts_unit_id_idx" ON "task_draft_parts"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_draft_parts_one_confirmed" ON "task_draft_parts"("task_id", "unit_id") WHERE (confirmed);

-- CreateIndex
CREATE UNIQUE INDEX "task_draft_parts_one_lead" ON "task_draft_parts"("task_id") WHERE (confirmed AND part = 'lead');

-- CreateIndex
CREATE INDEX "assignments_task_id_part_idx" ON "assignments"("task_id", "part");

-- CreateIndex
CREATE INDEX "assignments_unit_id_status_due_on_id_idx" ON "assignments"("unit_id", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "assignments_parent_assignment_id_idx" ON "assignments"("parent_assignment_id");

-- CreateIndex
CREATE INDEX "assignments_light_next_change_on_idx" ON "assignments"("light_next_change_on");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_one_active_lead" ON "assignments"("task_id") WHERE (part = 'lead' AND status <> 'replaced');

-- CreateIndex
CREATE UNIQUE INDEX "assignments_one_active_per_unit" ON "assignments"("task_id", "unit_id") WHERE (status <> 'replaced');

-- CreateIndex
CREATE INDEX "assignment_readers_unit_id_due_on_task_id_idx" ON "assignment_readers"("unit_id", "due_on", "task_id");

-- CreateIndex
CREATE INDEX "assignment_readers_task_id_idx" ON "assignment_readers"("task_id");

-- CreateIndex
CREATE INDEX "assignment_readers_assignment_id_idx" ON "assignment_readers"("assignment_id");

-- AddForeignKey
ALTER TABLE "audit_values" ADD CONSTRAINT "audit_values_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "command_receipts" ADD CONSTRAINT "command_receipts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directives" ADD CONSTRAINT "directives_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directives" ADD CONSTRAINT "directives_source_file_id_fkey" FOREIGN KEY ("source_file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_distributions" ADD CONSTRAINT "directive_distributions_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_distributions" ADD CONSTRAINT "directive_distributions_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decomposition_edits" ADD CONSTRAINT "decomposition_edits_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidances" ADD CONSTRAINT "guidances_guiding_unit_id_fkey" FOREIGN KEY ("guiding_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidances" ADD CONSTRAINT "guidances_guided_unit_id_fkey" FOREIGN KEY ("guided_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_units" ADD CONSTRAINT "portfolio_units_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_units" ADD CONSTRAINT "portfolio_units_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_year_fkey" FOREIGN KEY ("year") REFERENCES "calendar_years"("year") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_signed_off_by_id_fkey" FOREIGN KEY ("signed_off_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_evidence" ADD CONSTRAINT "report_evidence_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_views" ADD CONSTRAINT "evidence_views_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_owner_unit_id_fkey" FOREIGN KEY ("owner_unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_parent_assignment_id_fkey" FOREIGN KEY ("parent_assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_responsible_leader_id_fkey" FOREIGN KEY ("responsible_leader_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_responsible_person_id_fkey" FOREIGN KEY ("responsible_person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_provisions" ADD CONSTRAINT "task_provisions_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_provisions" ADD CONSTRAINT "task_provisions_provision_id_fkey" FOREIGN KEY ("provision_id") REFERENCES "provisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_draft_parts" ADD CONSTRAINT "task_draft_parts_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_draft_parts" ADD CONSTRAINT "task_draft_parts_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_parent_assignment_id_fkey" FOREIGN KEY ("parent_assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_responsible_person_id_fkey" FOREIGN KEY ("responsible_person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_readers" ADD CONSTRAINT "assignment_readers_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_readers" ADD CONSTRAINT "assignment_readers_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_readers" ADD CONSTRAINT "assignment_readers_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;


