-- Bulletins and responsibility statements are found by words, as tasks are: tables of folded words, kept by triggers.
CREATE TABLE "search_bulletins" (
    "bulletin_id" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "letters" TEXT[],
    CONSTRAINT "search_bulletins_pkey" PRIMARY KEY ("bulletin_id")
);
CREATE TABLE "search_statements" (
    "statement_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "folded" TEXT NOT NULL,
    "letters" TEXT[],
    CONSTRAINT "search_statements_pkey" PRIMARY KEY ("statement_id")
);
CREATE INDEX "search_statements_unit_id_idx" ON "search_statements"("unit_id");
ALTER TABLE "search_bulletins" ADD CONSTRAINT "search_bulletins_bulletin_id_fkey" FOREIGN KEY ("bulletin_id") REFERENCES "bulletins"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_statements" ADD CONSTRAINT "search_statements_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "search_statements" ADD CONSTRAINT "search_statements_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Title, issue (督查通报第3期, 2020年第3期) and the words of the text; a figure's value is none of its words. Folding drops line breaks: a bar parts them.
CREATE FUNCTION search_bulletin(bulletin uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_bulletins (bulletin_id, folded, letters)
  SELECT b.id, search_fold(concat_ws('|', b.title,
      CASE b.kind WHEN 'bulletin' THEN '督查通报' ELSE '专题报告' END || '第' || b.issue_no || '期', b.issue_year || '年第' || b.issue_no || '期',
      (SELECT string_agg(words #>> '{}', '|') FROM jsonb_path_query(b.content, '$.sections[*].paragraphs[*].inlines[*].text') words))),
    search_letters(b.title) FROM bulletins b WHERE b.id = bulletin
  ON CONFLICT (bulletin_id) DO UPDATE SET folded = EXCLUDED.folded, letters = EXCLUDED.letters
    WHERE (search_bulletins.folded, search_bulletins.letters) IS DISTINCT FROM (EXCLUDED.folded, EXCLUDED.letters)
$$;
-- The unit by the names that it has and the one that was signed, the directive, the number (责任状12号).
CREATE FUNCTION search_statement(statement uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_statements (statement_id, unit_id, folded, letters)
  SELECT s.id, s.unit_id, search_fold(concat_ws('|', u.name || '责任状', u.short_name || '责任状', u.name_en || ' responsibility statement', u.short_name_en,
      s.content #>> '{unit,name}', d.title, d.doc_number, '责任状' || s.no || '号')),
    search_letters(u.name) || search_letters(u.short_name) || search_letters(d.title)
  FROM statements s JOIN units u ON u.id = s.unit_id JOIN directives d ON d.id = s.directive_id WHERE s.id = statement
  ON CONFLICT (statement_id) DO UPDATE SET folded = EXCLUDED.folded, letters = EXCLUDED.letters
$$;

CREATE FUNCTION keep_papers_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'bulletins' THEN PERFORM search_bulletin(NEW.id);
    WHEN 'statements' THEN PERFORM search_statement(NEW.id);
    WHEN 'units' THEN PERFORM search_statement(s.id) FROM statements s WHERE s.unit_id = NEW.id;
    WHEN 'directives' THEN PERFORM search_statement(s.id) FROM statements s WHERE s.directive_id = NEW.id;
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER bulletin_made_found AFTER INSERT ON bulletins FOR EACH ROW EXECUTE FUNCTION keep_papers_found();
CREATE TRIGGER bulletin_kept_found AFTER UPDATE ON bulletins FOR EACH ROW
  WHEN ((OLD.title, OLD.issue_year, OLD.issue_no, OLD.content) IS DISTINCT FROM (NEW.title, NEW.issue_year, NEW.issue_no, NEW.content)) EXECUTE FUNCTION keep_papers_found();
-- What a statement says never changes; what its unit and its directive are called does.
CREATE TRIGGER statement_made_found AFTER INSERT ON statements FOR EACH ROW EXECUTE FUNCTION keep_papers_found();
CREATE TRIGGER unit_kept_found_in_statements AFTER UPDATE ON units FOR EACH ROW
  WHEN ((OLD.name, OLD.short_name, OLD.name_en, OLD.short_name_en) IS DISTINCT FROM (NEW.name, NEW.short_name, NEW.name_en, NEW.short_name_en))
  EXECUTE FUNCTION keep_papers_found();
CREATE TRIGGER directive_kept_found_in_statements AFTER UPDATE ON directives FOR EACH ROW
  WHEN ((OLD.title, OLD.doc_number) IS DISTINCT FROM (NEW.title, NEW.doc_number)) EXECUTE FUNCTION keep_papers_found();

SELECT search_bulletin(id) FROM bulletins;
SELECT search_statement(id) FROM statements;
CREATE INDEX search_bulletins_tokens ON search_bulletins USING gin (search_tokens(folded, letters));
CREATE INDEX search_statements_tokens ON search_statements USING gin (search_tokens(folded, letters));

-- The index of statements reads them by their number, newest first, of one status or all.
CREATE INDEX "statements_status_no_idx" ON "statements"("status", "no");
