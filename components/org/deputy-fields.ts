import type { AdminField } from './admin-field'
import { reasonField } from './admin-grant-fields'

type Say = (key: string) => string
type Search = Extract<AdminField, { kind: 'pick' }>['search']

/** The form that names a deputy: for whom, who, from–to, and why. */
export function deputyFields(
  t: Say,
  admin: Say,
  search: { posts: Search; deputies: Search },
  today: string,
): AdminField[] {
  return [
    { kind: 'pick', name: 'post', label: t('form.post'), hint: t('form.postHint'), search: search.posts },
    {
      kind: 'pick',
      name: 'deputyId',
      label: t('form.deputy'),
      hint: t('form.deputyHint'),
      search: search.deputies,
    },
    { kind: 'date', name: 'validFromOn', label: t('form.from'), value: today, half: true },
    { kind: 'date', name: 'validToOn', label: t('form.to'), hint: t('form.toHint'), half: true },
    reasonField(admin),
  ]
}
