import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, nextFreePort } from './ports'

test('a taken port gives way to a later one', async () => {
  const port = await freePort()
  const server = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  expect(await nextFreePort(port, '127.0.0.1')).toBeGreaterThan(port)
  await new Promise((resolve) => server.close(resolve))
  expect(await nextFreePort(port, '127.0.0.1')).toBe(port)
})

test('an address that this machine lacks is refused by name', async () => {
  await expect(nextFreePort(3000, '192.0.2.1')).rejects.toThrow(/no address 192\.0\.2\.1/)
})
