-- A statement says how each signer showed once more who they are. Until now there was one way.
ALTER TABLE "statements" ADD COLUMN "signed_how" TEXT, ADD COLUMN "countersigned_how" TEXT;
ALTER TABLE statements DISABLE TRIGGER statement_ended;
UPDATE statements SET signed_how = CASE WHEN signed_at IS NOT NULL THEN 'password' END,
  countersigned_how = CASE WHEN countersigned_at IS NOT NULL THEN 'password' END;
ALTER TABLE statements ENABLE TRIGGER statement_ended;
ALTER TABLE statements
  ADD CHECK (signed_how IN ('password', 'totp')), ADD CHECK (countersigned_how IN ('password', 'totp')),
  ADD CHECK (signed_how IS NULL OR signed_at IS NOT NULL), ADD CHECK (countersigned_how IS NULL OR countersigned_at IS NOT NULL);
DROP TRIGGER statement_signature_kept ON statements;
CREATE TRIGGER statement_signature_kept BEFORE UPDATE ON statements FOR EACH ROW
  WHEN ((OLD.signed_at IS NOT NULL AND (OLD.signed_by_id, OLD.signed_for_id, OLD.signed_at, OLD.signed_how)
      IS DISTINCT FROM (NEW.signed_by_id, NEW.signed_for_id, NEW.signed_at, NEW.signed_how))
    OR (OLD.countersigned_at IS NOT NULL AND (OLD.countersigned_by_id, OLD.countersigned_for_id, OLD.countersigned_at, OLD.countersigned_how)
      IS DISTINCT FROM (NEW.countersigned_by_id, NEW.countersigned_for_id, NEW.countersigned_at, NEW.countersigned_how)))
  EXECUTE FUNCTION forbid_statement_edit();
