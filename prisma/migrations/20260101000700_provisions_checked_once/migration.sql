-- A text of a million characters has tens of thousands of provisions: its length is measured once a statement, not once a row.
DROP TRIGGER provision_inside_text ON provisions;
DROP FUNCTION check_provision_inside_text();

CREATE FUNCTION check_provisions_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT directive_id, max("end") AS last FROM added GROUP BY directive_id) a
     JOIN directives d ON d.id = a.directive_id WHERE a.last > utf16_length(d.text)) THEN
    RAISE EXCEPTION 'a provision ends outside the text of its directive' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER provisions_added_inside_text AFTER INSERT ON provisions REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_provisions_added();

CREATE FUNCTION check_provisions_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT n.directive_id, max(n."end") AS last FROM changed n JOIN before o ON o.id = n.id
       WHERE (n."end", n.directive_id) IS DISTINCT FROM (o."end", o.directive_id) GROUP BY n.directive_id) a
     JOIN directives d ON d.id = a.directive_id WHERE a.last > utf16_length(d.text)) THEN
    RAISE EXCEPTION 'a provision ends outside the text of its directive' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER provisions_moved_inside_text AFTER UPDATE ON provisions REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION check_provisions_moved();
