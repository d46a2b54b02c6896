-- 两步验证: a code by time after the password, recovery codes, and the sign-ins that wait for their code.
CREATE TABLE "second_factors" (
    "person_id" UUID NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,
    "session_id" UUID,
    "shown_until" TIMESTAMPTZ(3),
    "sealed_codes" TEXT,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("person_id")
);
CREATE TABLE "recovery_codes" (
    "person_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("person_id","code_hash")
);
CREATE TABLE "sign_in_steps" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_steps_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "sign_in_steps_expires_at_idx" ON "sign_in_steps"("expires_at");
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sign_in_steps" ADD CONSTRAINT "sign_in_steps_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say ------------------------------------------------------------------------------------
ALTER TABLE second_factors ADD CHECK (sealed_secret <> ''), ADD CHECK (confirmed_at IS NULL OR confirmed_at >= started_at),
  -- A code was right before a factor is asked for, and codes are made only then.
  ADD CHECK (confirmed_at IS NULL OR last_step IS NOT NULL), ADD CHECK (sealed_codes IS NULL OR confirmed_at IS NOT NULL),
  ADD CHECK (sealed_codes IS NULL OR shown_until IS NOT NULL);
ALTER TABLE recovery_codes ADD CHECK (code_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE sign_in_steps ADD CHECK (expires_at > created_at);

-- A code that was taken stays taken: the application writes its column, and neither a secret nor a hash is ever exchanged in place.
CREATE FUNCTION forbid_code_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a code that was used stays used' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER second_factor_step_kept BEFORE UPDATE ON second_factors FOR EACH ROW
  WHEN (OLD.last_step IS NOT NULL AND (NEW.last_step IS NULL OR NEW.last_step < OLD.last_step)) EXECUTE FUNCTION forbid_code_again();
CREATE TRIGGER recovery_code_use_kept BEFORE UPDATE ON recovery_codes FOR EACH ROW
  WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION forbid_code_again();

REVOKE UPDATE ON second_factors, recovery_codes, sign_in_steps FROM luoshi_app;
GRANT UPDATE (confirmed_at, last_step, session_id, shown_until, sealed_codes) ON second_factors TO luoshi_app;
GRANT UPDATE (used_at) ON recovery_codes TO luoshi_app;
