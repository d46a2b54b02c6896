-- What hung on a part of a task ends with it: a request for more time is withdrawn, a leader's question no longer owed an answer.
CREATE TYPE "PartEnd" AS ENUM ('accepted', 'waived', 'replaced', 'terminated');
ALTER TABLE "extensions" ADD COLUMN "ended_with" "PartEnd",
  ADD CONSTRAINT "extensions_ended_withdrawn" CHECK ("ended_with" IS NULL OR "status" = 'withdrawn');
ALTER TYPE "NoteAnswerStatus" ADD VALUE 'released';
ALTER TABLE "note_answers" ADD COLUMN "released_with" "PartEnd",
  -- As text: a value added to a type is not to be used before the commit.
  ADD CONSTRAINT "note_answers_released" CHECK (("status"::text = 'released') = ("released_with" IS NOT NULL));
CREATE TRIGGER note_answer_released BEFORE UPDATE OR DELETE ON note_answers FOR EACH ROW
  WHEN (OLD.released_with IS NOT NULL) EXECUTE FUNCTION forbid_note_change();
