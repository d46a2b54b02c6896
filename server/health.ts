import { db, type Db } from '@/server/db'
import { log } from '@/server/log'

const PATIENCE_MS = 3_000

/** True where the database answers a query of the application within three seconds. Never throws. */
export async function isHealthy(client: Db = db()): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  try {
    await Promise.race([client.$queryRaw`SELECT 1`, tooLong])
    return true
  } catch (error) {
    log().error({ err: error }, 'the database does not answer')
    return false
  } finally {
    clearTimeout(timer)
  }
}
