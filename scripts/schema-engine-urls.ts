// Connection strings as Prisma writes them (`?schema=…`), taken apart for pg, which does not know that parameter.
import pg from 'pg'

/** A quoted SQL identifier. */
export const ident = (name: string) => '"' + name.replaceAll('"', '""') + '"'

/** The database that a connection string names; `postgres` where it names none. */
export const databaseName = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'

/** The schema that a connection string names, if any. */
export const databaseSchema = (url: string) => new URL(url).searchParams.get('schema') ?? undefined

/** The connection string without its parameters, on another database if one is given. */
export function withoutParameters(url: string, database = databaseName(url)): string {
  const parsed = new URL(url)
  parsed.search = ''
  parsed.pathname = '/' + encodeURIComponent(database)
  return parsed.toString()
}

/** Runs an act on the server's `postgres` database, for what cannot be done from inside the database concerned. */
export async function onMaintenanceDatabase<T>(
  url: string,
  act: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(withoutParameters(url, 'postgres'))
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
