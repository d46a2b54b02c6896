-- Mail: an address and a switch a person, and what waits to be sent. A mail holds counts, never a title.
ALTER TABLE "people" ADD COLUMN "email" TEXT, ADD COLUMN "mail_on" BOOLEAN NOT NULL DEFAULT true;
CREATE TABLE "mail_outbox" (
    "id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_outbox_kind_check" CHECK ("kind" IN ('digest', 'urgent')),
    CONSTRAINT "mail_outbox_count_check" CHECK ("count" > 0 AND "attempts" >= 0),
    CONSTRAINT "mail_outbox_end_check" CHECK ("sent_at" IS NULL OR "given_up_at" IS NULL)
);
CREATE UNIQUE INDEX "mail_outbox_dedupe_key_key" ON "mail_outbox"("dedupe_key");
CREATE INDEX "mail_outbox_sent_at_given_up_at_next_try_at_idx" ON "mail_outbox"("sent_at", "given_up_at", "next_try_at");
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
