import pg from 'pg'
import { afterAll, expect, it, vi } from 'vitest'
import { OrderlyClient } from '@/server/orderly-client'
import { testDatabase } from '@/tests/database'

const clients: pg.Client[] = []
afterAll(() => Promise.all(clients.map((client) => client.end())))

async function twentyAtOnce(Client: typeof pg.Client) {
  const client = new Client((await testDatabase()).appUrl)
  clients.push(client)
  await client.connect()
  const asked = Array.from({ length: 20 }, (_, n) => client.query<{ n: number }>('SELECT $1::int AS n', [n]))
  return { client, answers: (await Promise.all(asked)).map(({ rows }) => rows[0]?.n) }
}
const each = Array.from({ length: 20 }, (_, n) => n)

it('what is asked side by side is answered each, also after what failed; pg, which would refuse it, hears of one at a time', async () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const { client, answers } = await twentyAtOnce(OrderlyClient)
  expect(answers).toEqual(each)
  const [, failed, after] = await Promise.allSettled([
    client.query('SELECT 1'),
    client.query('SELECT 1 / 0'),
    client.query('SELECT 2 AS n'),
  ])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'division by zero' } })
  expect(after).toMatchObject({ status: 'fulfilled', value: { rows: [{ n: 2 }] } })
  expect(warned).not.toHaveBeenCalled()
  expect((await twentyAtOnce(pg.Client)).answers).toEqual(each)
  expect(warned).toHaveBeenCalled()
})
