-- The undo list of a unit that breaks its task down: steps hang on its assignment; those of the office on the directive alone.
ALTER TABLE "decomposition_edits" ADD COLUMN "assignment_id" UUID;
ALTER TABLE "decomposition_edits" ADD CONSTRAINT "decomposition_edits_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX "decomposition_edits_directive_id_seq_key";
CREATE UNIQUE INDEX "decomposition_edits_of_directive" ON "decomposition_edits"("directive_id", "seq") WHERE (assignment_id IS NULL);
CREATE UNIQUE INDEX "decomposition_edits_assignment_id_seq_key" ON "decomposition_edits"("assignment_id", "seq");
