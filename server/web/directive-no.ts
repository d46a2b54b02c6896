import { notFound } from 'next/navigation'

/** The number in an address like D3 (either case); shows “not found” for anything else. */
export function directiveNo(address: string): number {
  const found = /^d([1-9]\d{0,8})$/i.exec(address)
  return found ? Number(found[1]) : notFound()
}
