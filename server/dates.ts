import type { LocalDate } from '@/domain/calendar/local-date'

/** A `@db.Date` value as the domain's LocalDate: the one place where the two meet. */
export function toLocalDate(value: Date): LocalDate {
  return value.toISOString().slice(0, 10) as LocalDate
}

/** As `toLocalDate`, keeping null. */
export function toLocalDateOrNull(value: Date | null): LocalDate | null {
  return value === null ? null : toLocalDate(value)
}

/** A LocalDate as the UTC midnight that `@db.Date` wants. */
export function fromLocalDate(value: LocalDate): Date {
  return new Date(`${value}T00:00:00.000Z`)
}

/** As `fromLocalDate`, keeping null. */
export function fromLocalDateOrNull(value: LocalDate | null): Date | null {
  return value === null ? null : fromLocalDate(value)
}

/** The instant at which a day begins in a zone, whatever the zone of the machine. */
export function startOfDay(day: LocalDate, zone: string): Date {
  const noon = new Date(`${day}T12:00:00.000Z`)
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).formatToParts(noon)
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') || 'Z'
  return new Date(`${day}T00:00:00.000${offset}`)
}
