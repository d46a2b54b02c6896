// Free ports of this machine.
import { createServer } from 'node:net'
import { Failure } from './failure'

/** Tries to listen; answers the port it got, or null where it is taken. */
function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else if (error.code === 'EACCES')
        reject(new Failure(`Port ${port} needs root. Set PORT to 1024 or above.`))
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(
          new Failure(`This machine has no address ${host}. Set HOST to one of its own, or leave it out.`),
        )
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** Any free port on loopback. */
export async function freePort(): Promise<number> {
  return (await tryPort(0, '127.0.0.1')) ?? freePort()
}

/** The wanted port, or the next free one within fifty above it. */
export async function nextFreePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50 && port < 65_536; port++) {
    if ((await tryPort(port, host)) !== null) return port
  }
  throw new Failure(`Ports ${wanted} to ${wanted + 49} are all taken. Set PORT to a free one.`)
}
