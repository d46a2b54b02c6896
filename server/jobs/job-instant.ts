import { isGivenDate } from '@/domain/calendar/local-date'
import { startOfDay } from '@/server/dates'

const WALL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * The instant that an operator names for a run: a day (noon of it) or a day with a time, both on the office's clock. Null where it is
 * no such day or time.
 */
export function jobInstant(typed: string, zone: string): Date | null {
  const [, day, hours = '12', minutes = '00', seconds = '00'] = WALL.exec(typed.trim()) ?? []
  if (!isGivenDate(day)) return null
  const [h, m, s] = [hours, minutes, seconds].map(Number) as [number, number, number]
  if (h > 23 || m > 59 || s > 59) return null
  return new Date(startOfDay(day, zone).getTime() + ((h * 60 + m) * 60 + s) * 1000)
}
