-- A review can be corrected within seconds: its row stays, a row beside it says so, and the report points at the review in force.
DROP INDEX "reviews_report_id_key";
CREATE INDEX "reviews_report_id_idx" ON "reviews"("report_id");
ALTER TABLE "reports" ADD COLUMN "review_id" UUID;
CREATE UNIQUE INDEX "reports_review_id_key" ON "reports"("review_id");
ALTER TABLE "reports" ADD CONSTRAINT "reports_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
UPDATE reports r SET review_id = w.id FROM reviews w WHERE w.report_id = r.id;

CREATE TABLE "review_corrections" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "corrected_by_id" UUID NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "review_corrections_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "review_corrections_review_id_key" ON "review_corrections"("review_id");
CREATE INDEX "review_corrections_corrected_by_id_idx" ON "review_corrections"("corrected_by_id");
ALTER TABLE "review_corrections" ADD CONSTRAINT "review_corrections_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_corrections" ADD CONSTRAINT "review_corrections_corrected_by_id_fkey" FOREIGN KEY ("corrected_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "review_set_asides" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "until_on" DATE,
    "to_person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "review_set_asides_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_set_asides_one_way" CHECK ((until_on IS NULL) <> (to_person_id IS NULL)),
    CONSTRAINT "review_set_asides_not_to_oneself" CHECK (to_person_id <> person_id)
);
CREATE UNIQUE INDEX "review_set_asides_person_id_report_id_key" ON "review_set_asides"("person_id", "report_id");
CREATE INDEX "review_set_asides_report_id_idx" ON "review_set_asides"("report_id");
CREATE INDEX "review_set_asides_to_person_id_idx" ON "review_set_asides"("to_person_id");
ALTER TABLE "review_set_asides" ADD CONSTRAINT "review_set_asides_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_set_asides" ADD CONSTRAINT "review_set_asides_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_set_asides" ADD CONSTRAINT "review_set_asides_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One review of a report is in force at a time, whoever writes it.
CREATE FUNCTION review_takes_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE reports SET review_id = NEW.id WHERE id = NEW.report_id AND review_id IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the report has a review in force' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER review_in_force AFTER INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION review_takes_force();

CREATE FUNCTION review_loses_force() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE reports SET review_id = NULL WHERE review_id = NEW.review_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the review is not in force' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER review_corrected AFTER INSERT ON review_corrections FOR EACH ROW EXECUTE FUNCTION review_loses_force();
CREATE TRIGGER review_corrections_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON review_corrections FOR EACH STATEMENT EXECUTE FUNCTION forbid_record_change();
REVOKE UPDATE, DELETE, TRUNCATE ON review_corrections FROM luoshi_app;
