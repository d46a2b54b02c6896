-- Lists taken out of the program: who, which, how many rows, until when the file is there. Nobody deletes a row.
CREATE TYPE "ExportKind" AS ENUM ('tasks', 'assignments', 'reports', 'urges', 'register', 'audit');
CREATE TYPE "ExportFormat" AS ENUM ('xlsx', 'csv');
CREATE TYPE "ExportStatus" AS ENUM ('queued', 'running', 'ready', 'failed', 'removed');

CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "ExportKind" NOT NULL,
    "format" "ExportFormat" NOT NULL,
    "query" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "status" "ExportStatus" NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER,
    "checksum" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    CONSTRAINT "exports_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "exports_ready_has_file" CHECK (status NOT IN ('ready', 'removed') OR (checksum IS NOT NULL AND expires_at IS NOT NULL))
);
CREATE INDEX "exports_person_id_id_idx" ON "exports"("person_id", "id");
CREATE INDEX "exports_status_expires_at_idx" ON "exports"("status", "expires_at");
ALTER TABLE "exports" ADD CONSTRAINT "exports_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
REVOKE DELETE ON "exports" FROM luoshi_app;
