-- Units are merged and split, also by a timed job: what hung on a part that became one with another ends with it or goes on to it.
ALTER TYPE "PartEnd" ADD VALUE 'merged' BEFORE 'terminated';

-- Whoever decides is a person, but for what ends with its part.
DO $$
DECLARE old text;
BEGIN
  SELECT conname INTO STRICT old FROM pg_constraint WHERE conrelid = 'extensions'::regclass AND contype = 'c'
    AND pg_get_constraintdef(oid) LIKE '%decided_at IS NOT NULL%decided_by_id IS NOT NULL%';
  EXECUTE format('ALTER TABLE extensions DROP CONSTRAINT %I', old);
END $$;
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_decided" CHECK ("status" NOT IN ('granted', 'refused', 'withdrawn')
  OR ("decided_at" IS NOT NULL AND ("decided_by_id" IS NOT NULL OR "ended_with" IS NOT NULL)));

-- An urge stays as it was sent. It follows its part to the one that replaced it, and to a slip that says the same to the successor.
CREATE FUNCTION forbid_urge_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.rule, OLD.fact_on) IS DISTINCT FROM (NEW.rule, NEW.fact_on)
    OR NOT EXISTS (SELECT FROM assignments a WHERE a.id = OLD.assignment_id AND NEW.assignment_id IN (a.id, a.replaced_by_id))
    OR NOT EXISTS (SELECT FROM urge_slips o JOIN urge_slips n ON (n.level, n.text, n.answer_by_on, n.sent_at, n.sent_on) = (o.level, o.text, o.answer_by_on, o.sent_at, o.sent_on)
      AND n.sent_by_id IS NOT DISTINCT FROM o.sent_by_id WHERE o.id = OLD.slip_id AND n.id = NEW.slip_id)
  THEN RAISE EXCEPTION 'an urge that was sent is never edited' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER urge_kept ON urges;
CREATE TRIGGER urge_kept BEFORE UPDATE ON urges FOR EACH ROW
  WHEN ((OLD.slip_id, OLD.assignment_id, OLD.rule, OLD.fact_on) IS DISTINCT FROM (NEW.slip_id, NEW.assignment_id, NEW.rule, NEW.fact_on))
  EXECUTE FUNCTION forbid_urge_move();
