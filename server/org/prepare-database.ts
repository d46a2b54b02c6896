import { createDb } from '@/server/db'
import { importCalendar } from '@/server/org/import-calendar'

/** What every installation needs beyond its tables, in every mode, after migrating; quick where nothing is missing. */
export async function prepareDatabase(appUrl: string): Promise<void> {
  const db = createDb(appUrl, 1)
  try {
    await importCalendar(db)
  } finally {
    await db.$disconnect()
  }
}
