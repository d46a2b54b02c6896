-- The look before the last one: what a reload of the desk within ten minutes still compares with.
ALTER TABLE "people" ADD COLUMN "desk_since_at" TIMESTAMPTZ(3);
