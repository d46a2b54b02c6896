import { notFound } from 'next/navigation'

/** The number in an address like B3 (either case); shows “not found” for anything else. */
export function bulletinNo(address: string): number {
  const found = /^b([1-9]\d{0,8})$/i.exec(address)
  return found ? Number(found[1]) : notFound()
}
