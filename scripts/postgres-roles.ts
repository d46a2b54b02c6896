// The roles of the database that comes along: an owner for migrations, an application role that owns nothing.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { Failure } from './failure'

export type Passwords = { superuser: string; owner: string; app: string }

/** The passwords of this data folder, generated on first use, in a file that only its owner reads. */
export function readPasswords(dataDir: string, clusterExists: boolean): Passwords {
  const file = path.join(dataDir, 'postgres.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords
  if (clusterExists) {
    throw new Failure(
      `${file} with the database's passwords is missing. Put it back from a backup; without it the database cannot be opened.`,
    )
  }
  const password = () => randomBytes(24).toString('base64url')
  const passwords = { superuser: password(), owner: password(), app: password() }
  writeFileSync(file, JSON.stringify(passwords, null, 2) + '\n', { mode: 0o600 })
  return passwords
}

/** Makes the roles and the database where they are missing. The owner may create databases: shadow databases and test clones. */
export async function ensureRoles(superuserUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    const roles = await client.query<{ rolname: string }>(
      "SELECT rolname FROM pg_roles WHERE rolname LIKE 'luoshi\\_%'",
    )
    const have = new Set(roles.rows.map((row) => row.rolname))
    if (!have.has('luoshi_app')) {
      await client.query(`CREATE ROLE luoshi_app LOGIN PASSWORD '${passwords.app}'`)
    }
    if (!have.has('luoshi_owner')) {
      await client.query(`CREATE ROLE luoshi_owner LOGIN CREATEDB PASSWORD '${passwords.owner}'`)
      await client.query('GRANT luoshi_app TO luoshi_owner')
    }
    const database = await client.query("SELECT FROM pg_database WHERE datname = 'luoshi'")
    if (database.rowCount === 0) {
      await client.query('CREATE DATABASE luoshi OWNER luoshi_owner')
      await client.query('REVOKE ALL ON DATABASE luoshi FROM PUBLIC')
      await client.query('GRANT CONNECT, TEMPORARY ON DATABASE luoshi TO luoshi_app')
    }
  } finally {
    await client.end()
  }
}
