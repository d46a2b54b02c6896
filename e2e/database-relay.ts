// A relay between a server and PostgreSQL that a journey can hold in the middle of a command, on either side of its commit.
import net from 'node:net'

export type Hold = 'before the commit' | 'after the commit'

export type DatabaseRelay = {
  /** The database's address by way of the relay. */
  url: string
  /** Lets the next command of a form run up to there and no further; resolves once it stands there. */
  hold: (where: Hold) => Promise<void>
  /** From here on everything passes again. */
  letGo: () => void
  close: () => void
}

/** A command of a form writes its receipt first (server/run-command.ts): by that its connection is known. */
const RECEIPT = 'INSERT INTO command_receipts'
const COMMIT = 'COMMIT'

/** Listens on a port of its own and passes everything on to the database at this address. */
export async function relayDatabase(address: string): Promise<DatabaseRelay> {
  const target = new URL(address)
  const sockets = new Set<net.Socket>()
  let holding: { where: Hold; reached: () => void } | null = null

  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port || 5432), target.hostname)
    let isCommand = false
    let isMute = false
    near.on('data', (bytes) => {
      if (holding && bytes.includes(RECEIPT)) isCommand = true
      if (holding && isCommand && bytes.includes(COMMIT)) {
        if (holding.where === 'before the commit') return holding.reached()
        isMute = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      // PostgreSQL answers a commit once it has carried it out.
      if (isMute) holding?.reached()
      else near.write(bytes)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  const own = new URL(address)
  own.hostname = '127.0.0.1'
  own.port = String((server.address() as net.AddressInfo).port)
  return {
    url: own.href,
    hold: (where) => new Promise((reached) => (holding = { where, reached })),
    letGo: () => (holding = null),
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
