import { ROLES } from '@/domain/permissions/roles'
import type { AdminField } from './admin-field'

type Say = (key: string) => string
type Search = Extract<AdminField, { kind: 'pick' }>['search']
type Searches = { people: Search; units: Search }

/** Why: the last question of every form of the security administrator. */
export function reasonField(admin: Say): AdminField {
  return { kind: 'area', name: 'reason', label: admin('reason'), hint: admin('reasonHint'), rows: 2 }
}

/** The form of a grant: person × role × unit × from–to, and why. */
export function grantFields(
  t: Say,
  roleName: Say,
  admin: Say,
  search: Searches,
  today: string,
): AdminField[] {
  const options = ROLES.map((role) => ({ value: role, label: roleName(role) }))
  return [
    {
      kind: 'pick',
      name: 'personId',
      label: t('person'),
      hint: t('form.personHint'),
      search: search.people,
    },
    { kind: 'select', name: 'role', label: t('role'), options, emptyLabel: '' },
    { kind: 'pick', name: 'unitId', label: t('unit'), hint: t('form.unitHint'), search: search.units },
    {
      kind: 'date',
      name: 'validFromOn',
      label: t('form.validFromOn'),
      hint: t('form.startHint'),
      value: today,
      half: true,
    },
    { kind: 'date', name: 'validToOn', label: t('form.validToOn'), hint: t('form.endHint'), half: true },
    reasonField(admin),
  ]
}

/** The form that ends a grant: at once, or after a last day. */
export function withdrawFields(t: Say, admin: Say): AdminField[] {
  const options = [
    { value: 'now', label: t('form.now'), hint: t('form.nowHint') },
    { value: 'on', label: t('form.on') },
  ]
  return [
    { kind: 'radio', name: 'when', label: t('form.when'), options, value: 'now' },
    { kind: 'date', name: 'lastDayOn', label: t('form.lastDayOn'), hint: t('form.lastDayHint') },
    reasonField(admin),
  ]
}
