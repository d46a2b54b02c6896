import { localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import type { WorkingCalendar } from '@/domain/calendar/working-days'
import { settingsSchema, type Settings } from '@/domain/settings'
import type { Db, Tx } from '@/server/db'
import { toLocalDate } from '@/server/dates'

type Rules = { settings: Settings; calendar: WorkingCalendar }
let kept = new WeakMap<object, { at: number; rules: Rules }>()
const KEEP_MS = 5_000

/** Settings and working calendar of the office, kept for five seconds per client. */
export async function loadRules(client: Db | Tx, now: Date, keepFor: object | null = client): Promise<Rules> {
  const hit = keepFor ? kept.get(keepFor) : undefined
  if (hit && Math.abs(now.getTime() - hit.at) < KEEP_MS) return hit.rules
  const [rows, years, days] = await Promise.all([
    client.setting.findMany({ select: { key: true, value: true } }),
    client.calendarYear.findMany({ select: { year: true } }),
    client.calendarDay.findMany({ select: { dayOn: true, isWorking: true } }),
  ])
  const settings = settingsSchema.parse(Object.fromEntries(rows.map((r) => [r.key, r.value])))
  const off = new Set<LocalDate>()
  const on = new Set<LocalDate>()
  for (const day of days) (day.isWorking ? on : off).add(toLocalDate(day.dayOn))
  const calendar = { zone: settings.zone, published: new Set(years.map((y) => y.year)), off, on }
  const rules = { settings, calendar }
  if (keepFor) kept.set(keepFor, { at: now.getTime(), rules })
  return rules
}

/** After the settings changed: the next request of this process reads them anew. */
export function forgetRules(): void {
  kept = new WeakMap()
}

/** The day that `now` is in the office's zone. */
export function todayIn(settings: Settings, now: Date): LocalDate {
  return localDateIn(now, settings.zone)
}
