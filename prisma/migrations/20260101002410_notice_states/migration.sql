-- What a person did with notices for information: rows are written when the person acts, never when a notice is sent.
-- `subject` is what changes are stacked under: a task (t:…), a directive (d:…) or the notice itself (n:…).
CREATE TABLE "notice_marks" (
    "person_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "kept_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_marks_pkey" PRIMARY KEY ("person_id","subject"),
    CONSTRAINT "notice_marks_subject_check" CHECK ("subject" ~ '^[tdn]:[0-9a-f-]{36}$')
);
CREATE TABLE "notice_mutes" (
    "person_id" UUID NOT NULL,
    "event" TEXT NOT NULL,

    CONSTRAINT "notice_mutes_pkey" PRIMARY KEY ("person_id","event")
);
ALTER TABLE "notice_marks" ADD CONSTRAINT "notice_marks_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notice_mutes" ADD CONSTRAINT "notice_mutes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Everything told up to here counts as read.
ALTER TABLE "people" ADD COLUMN "notices_read_at" TIMESTAMPTZ(3);
