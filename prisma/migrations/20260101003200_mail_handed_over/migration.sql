-- A mail is marked before it is handed to the mail server: what a killed process leaves behind is known to be unknown.
ALTER TABLE "mail_outbox"
    ADD COLUMN "sending_by" TEXT,
    ADD COLUMN "sending_at" TIMESTAMPTZ(3),
    ADD COLUMN "unsure" INTEGER NOT NULL DEFAULT 0,
    ADD CONSTRAINT "mail_outbox_sending_check" CHECK (("sending_by" IS NULL) = ("sending_at" IS NULL) AND "unsure" >= 0);
