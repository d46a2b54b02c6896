import type { HeldCounts } from '@/server/org/handover/held-duties'
import type { AdminPerson } from '@/server/org/list-admin-people'
import type { AdminField } from './admin-field'

type Say = (key: string) => string

/** The form of a person; a new one also gets an account name. */
export function personFields(t: Say, optional: string, person?: AdminPerson): AdminField[] {
  const field = (
    name: 'name' | 'nameEn' | 'title' | 'titleEn' | 'phone' | 'email',
    label: string,
    note?: string,
  ) =>
    ({
      kind: 'text',
      name,
      label: t(label),
      note,
      value: person?.[name] ?? '',
      max: 120,
      half: true,
    }) as const
  const account: AdminField = {
    kind: 'text',
    name: 'account',
    label: t('account'),
    hint: t('form.accountHint'),
    max: 32,
  }
  return [
    ...(person ? [] : [account]),
    field('name', 'name'),
    field('nameEn', 'nameEn'),
    field('title', 'titleField', optional),
    field('titleEn', 'titleEn', optional),
    field('phone', 'phone', optional),
    field('email', 'email', optional),
  ]
}

type SayOf = (key: string, values: HeldCounts) => string
type Leaving = {
  counts: HeldCounts
  today: string
  search: Extract<AdminField, { kind: 'pick' }>['search']
}

/** The form that marks a person as left: the last day, and who takes over what they hold. */
export function leaveFields(t: Say, handover: SayOf, { counts, today, search }: Leaving): AdminField[] {
  const [label, hint] = [t('form.lastDayOn'), t('form.lastDayHint')]
  return [
    { kind: 'date', name: 'lastDayOn', label, hint, value: today },
    {
      kind: 'pick',
      name: 'toId',
      label: handover('leaveTo', counts),
      hint: handover('leaveHint', counts),
      search,
    },
  ]
}
