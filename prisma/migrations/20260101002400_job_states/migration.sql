-- How each timed job last went, for the page of the system administrator.
CREATE TABLE "job_states" (
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "succeeded_at" TIMESTAMPTZ(3),
    "duration_ms" INTEGER,
    "failed_at" TIMESTAMPTZ(3),
    "failure_ref" TEXT,
    "failure_kind" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "job_states_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "job_states_failures_check" CHECK ("failures" >= 0)
);
