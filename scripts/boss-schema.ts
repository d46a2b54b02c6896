// The tables of the job queue (pg-boss) in a schema of their own. The application owns nothing, so the owner makes and upgrades
// them here, by the library's own plans, each time the program starts; the application may only read and write rows.
import pg from 'pg'
import bossPackage from 'pg-boss/package.json' with { type: 'json' }
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'

const SCHEMA = 'pgboss'

/** Makes the queue's schema, or brings it to the version of the installed library, and grants the application its rows. Safe to run again. */
export async function ensureBossSchema(client: pg.Client, appRole: string): Promise<void> {
  const wanted = bossPackage.pgboss.schema
  const have = await schemaVersion(client)
  if (have === null) await client.query(getConstructionPlans(SCHEMA))
  else if (have < wanted) await client.query(getMigrationPlans(SCHEMA, have))
  else return
  await client.query(`
    GRANT USAGE ON SCHEMA ${SCHEMA} TO ${appRole};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${appRole};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO ${appRole};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${appRole}`)
}

async function schemaVersion(client: pg.Client): Promise<number | null> {
  const there = await client.query<{ name: string | null }>(
    `SELECT to_regclass('${SCHEMA}.version')::text AS name`,
  )
  if (!there.rows[0]?.name) return null
  const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${SCHEMA}.version`)
  return rows[0]?.version ?? null
}
