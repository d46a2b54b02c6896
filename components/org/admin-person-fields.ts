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
