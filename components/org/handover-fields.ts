import type { AdminField } from './admin-field'
import { reasonField } from './admin-grant-fields'

type Say = (key: string) => string
type Search = Extract<AdminField, { kind: 'pick' }>['search']

/** To whom the duties go: one for all, others where they are named; and why. */
export function handOverFields(t: Say, admin: Say, search: Search): AdminField[] {
  const pick = (name: string, label: string, hint?: string): AdminField => ({
    kind: 'pick',
    name,
    label: t(label),
    hint: hint && t(hint),
    search,
  })
  return [
    pick('toId', 'to', 'toHint'),
    pick('tasksToId', 'tasksTo', 'othersHint'),
    pick('assignmentsToId', 'assignmentsTo'),
    pick('draftsToId', 'draftsTo'),
    pick('portfolioToId', 'portfolioTo'),
    reasonField(admin),
  ]
}
