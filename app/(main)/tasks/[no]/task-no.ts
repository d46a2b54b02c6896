import { notFound } from 'next/navigation'

/** T12 and t12 alike; anything else is no task. */
export function taskNoOf(value: string): number {
  const digits = /^t?(\d{1,9})$/i.exec(value)?.[1]
  return digits ? Number(digits) : notFound()
}

/** A plain number in an address; anything else leads nowhere. */
export function plainNoOf(value: string): number {
  return /^\d{1,9}$/.test(value) ? Number(value) : notFound()
}
