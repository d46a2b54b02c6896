import { headers } from 'next/headers'
import { env } from '@/server/env'

/**
 * The address a request came from. Each trusted proxy (LUOSHI_PROXIES, 1 by default) appends the address of whoever spoke to it, so the
 * one that counts stands that many places from the end; what a client wrote before it is ignored. Recorded, never trusted for rights.
 */
export async function requestAddress(): Promise<string> {
  const list = await headers()
  const hops = (list.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return (hops.at(-env().LUOSHI_PROXIES) ?? hops[0] ?? '').slice(0, 64)
}
