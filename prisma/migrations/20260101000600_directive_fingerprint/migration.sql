-- Texts almost alike share most of their smallest trigram hashes: an index on them finds candidates without reading a text.
ALTER TABLE "directives" ADD COLUMN "fingerprint" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
CREATE INDEX "directives_fingerprint_idx" ON "directives" USING GIN ("fingerprint");
