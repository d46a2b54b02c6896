-- Views of the ledger that people keep, each an address under a name; some are shared with the office.
CREATE TABLE "ledger_views" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ledger_views_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ledger_views_owner_id_name_key" ON "ledger_views"("owner_id", "name");
CREATE INDEX "ledger_views_shared_name_idx" ON "ledger_views"("shared", "name");
ALTER TABLE "ledger_views" ADD CONSTRAINT "ledger_views_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
