import type { LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import type { Actor } from '@/domain/permissions/actor'
import type { Settings } from '@/domain/settings'
import type { Tx } from '@/server/db'

/** What every command and query takes first: who, through which transaction, when, by which office rules. */
export type Ctx = {
  actor: Actor
  tx: Tx
  /** The instant of the request; commands never read a clock. */
  now: Date
  /** `now` as a day in the zone of the settings. */
  today: LocalDate
  settings: Settings
  calendar: WorkingCalendar
  /** Address that the request came from, for the audit log; empty for jobs. */
  address: string
}
