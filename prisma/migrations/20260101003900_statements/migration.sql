-- 责任状: what a unit answers for under a directive, signed by its head, countersigned by a leader. What was signed never changes.
CREATE TYPE "StatementStatus" AS ENUM ('awaiting_signature', 'awaiting_countersignature', 'in_force', 'sent_back', 'withdrawn', 'superseded');

CREATE TABLE "statements" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "directive_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" "StatementStatus" NOT NULL DEFAULT 'awaiting_signature',
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "drawn_up_by_id" UUID NOT NULL,
    "drawn_up_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_by_id" UUID,
    "signed_for_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "countersigned_by_id" UUID,
    "countersigned_for_id" UUID,
    "countersigned_at" TIMESTAMPTZ(3),
    "sent_back_by_id" UUID,
    "sent_back_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "statements_no_key" ON "statements"("no");
CREATE INDEX "statements_unit_id_status_idx" ON "statements"("unit_id", "status");
CREATE INDEX "statements_status_directive_id_idx" ON "statements"("status", "directive_id");
CREATE UNIQUE INDEX "statements_directive_id_unit_id_seq_key" ON "statements"("directive_id", "unit_id", "seq");
CREATE UNIQUE INDEX "statements_one_open" ON "statements"("directive_id", "unit_id") WHERE (status = 'awaiting_signature' OR status = 'awaiting_countersignature');
CREATE UNIQUE INDEX "statements_one_in_force" ON "statements"("directive_id", "unit_id") WHERE (status = 'in_force');

ALTER TABLE "statements" ADD CONSTRAINT "statements_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_drawn_up_by_id_fkey" FOREIGN KEY ("drawn_up_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_signed_for_id_fkey" FOREIGN KEY ("signed_for_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_countersigned_by_id_fkey" FOREIGN KEY ("countersigned_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_countersigned_for_id_fkey" FOREIGN KEY ("countersigned_for_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statements" ADD CONSTRAINT "statements_sent_back_by_id_fkey" FOREIGN KEY ("sent_back_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------------------------------------------
ALTER TABLE statements
  ADD CHECK (seq > 0), ADD CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  ADD CHECK ((signed_at IS NULL) = (signed_by_id IS NULL)), ADD CHECK (signed_for_id IS NULL OR signed_at IS NOT NULL),
  ADD CHECK ((countersigned_at IS NULL) = (countersigned_by_id IS NULL)), ADD CHECK (countersigned_for_id IS NULL OR countersigned_at IS NOT NULL),
  ADD CHECK (status <> 'awaiting_signature' OR signed_at IS NULL),
  ADD CHECK (status <> 'awaiting_countersignature' OR (signed_at IS NOT NULL AND countersigned_at IS NULL)),
  ADD CHECK ((status IN ('in_force', 'superseded')) = (countersigned_at IS NOT NULL)), ADD CHECK (countersigned_at IS NULL OR signed_at IS NOT NULL),
  -- Nobody countersigns what they signed.
  ADD CHECK (countersigned_by_id <> signed_by_id),
  ADD CHECK (status <> 'sent_back' OR sent_back_at IS NOT NULL),
  ADD CHECK ((sent_back_at IS NULL) = (sent_back_by_id IS NULL)), ADD CHECK (sent_back_at IS NULL OR sent_back_reason <> ''),
  ADD CHECK ((status IN ('withdrawn', 'superseded')) = (ended_at IS NOT NULL));
CREATE FUNCTION forbid_statement_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is signed never changes, and what ended stays' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER statement_kept BEFORE UPDATE ON statements FOR EACH ROW
  WHEN ((OLD.no, OLD.directive_id, OLD.unit_id, OLD.seq, OLD.content, OLD.content_hash, OLD.drawn_up_by_id, OLD.drawn_up_at)
    IS DISTINCT FROM (NEW.no, NEW.directive_id, NEW.unit_id, NEW.seq, NEW.content, NEW.content_hash, NEW.drawn_up_by_id, NEW.drawn_up_at))
  EXECUTE FUNCTION forbid_statement_edit();
CREATE TRIGGER statement_signature_kept BEFORE UPDATE ON statements FOR EACH ROW
  WHEN ((OLD.signed_at IS NOT NULL AND (OLD.signed_by_id, OLD.signed_for_id, OLD.signed_at) IS DISTINCT FROM (NEW.signed_by_id, NEW.signed_for_id, NEW.signed_at))
    OR (OLD.countersigned_at IS NOT NULL AND (OLD.countersigned_by_id, OLD.countersigned_for_id, OLD.countersigned_at)
      IS DISTINCT FROM (NEW.countersigned_by_id, NEW.countersigned_for_id, NEW.countersigned_at)))
  EXECUTE FUNCTION forbid_statement_edit();
CREATE TRIGGER statement_ended BEFORE UPDATE ON statements FOR EACH ROW
  WHEN (OLD.status IN ('withdrawn', 'superseded')) EXECUTE FUNCTION forbid_statement_edit();
REVOKE DELETE, TRUNCATE ON statements FROM luoshi_app;
