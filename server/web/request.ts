import { headers } from 'next/headers'

/** The address a request came from: what the reverse proxy says, else empty (loopback). Recorded, never trusted for rights. */
export async function requestAddress(): Promise<string> {
  const list = await headers()
  return (list.get('x-forwarded-for')?.split(',')[0] ?? list.get('x-real-ip') ?? '').trim().slice(0, 64)
}
