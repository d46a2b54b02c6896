-- Two roles from the first migration: the owner runs migrations, luoshi_app runs the application and owns nothing.
-- The role belongs to the cluster; where the owner may not create roles, the start script says what to ask for.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'luoshi_app') THEN
    CREATE ROLE luoshi_app NOLOGIN;
  END IF;
END $$;

CREATE EXTENSION IF NOT EXISTS btree_gist;

GRANT USAGE ON SCHEMA public TO luoshi_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO luoshi_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO luoshi_app;
