import type { UnitKind } from '@/domain/org/unit'
import type { AdminUnit } from '@/server/org/list-admin-units'
import type { AdminField } from './admin-field'

type Say = (key: string) => string
type Names = Pick<
  AdminUnit,
  'name' | 'shortName' | 'nameEn' | 'shortNameEn' | 'aliases' | 'formerNames' | 'duties'
>

/** The fields of a unit's names, filled where it has them already. */
function nameFields(t: Say, unit?: Names): AdminField[] {
  return [
    { kind: 'text', name: 'name', label: t('name'), value: unit?.name, max: 100, half: true },
    { kind: 'text', name: 'shortName', label: t('shortName'), value: unit?.shortName, max: 100, half: true },
    { kind: 'text', name: 'nameEn', label: t('nameEn'), value: unit?.nameEn, max: 100, half: true },
    {
      kind: 'text',
      name: 'shortNameEn',
      label: t('shortNameEn'),
      value: unit?.shortNameEn,
      max: 100,
      half: true,
    },
    {
      kind: 'area',
      name: 'aliases',
      label: t('aliases'),
      hint: t('form.linesHint'),
      value: unit?.aliases.join('\n'),
      half: true,
    },
    {
      kind: 'area',
      name: 'formerNames',
      label: t('formerNames'),
      hint: t('form.formerHint'),
      value: unit?.formerNames.join('\n'),
      half: true,
    },
    {
      kind: 'area',
      name: 'duties',
      label: t('duties'),
      hint: t('form.dutiesHint'),
      value: unit?.duties,
      rows: 4,
    },
  ]
}

/** The form of a new unit: its kind first, among those that may stand in this place. */
export function newUnitFields(
  t: Say,
  kindName: Say,
  kinds: readonly UnitKind[],
  firstDay: string,
): AdminField[] {
  const options = kinds.map((kind) => ({ value: kind, label: kindName(kind) }))
  return [
    {
      kind: 'select',
      name: 'kind',
      label: t('kind'),
      hint: t('form.kindHint'),
      options,
      value: kinds[0],
      half: true,
    },
    { kind: 'text', name: 'code', label: t('code'), hint: t('form.codeHint'), max: 40, half: true },
    ...nameFields(t),
    { kind: 'date', name: 'validFromOn', label: t('validFromOn'), value: firstDay },
  ]
}

/** The form of a unit that is there. */
export function editUnitFields(t: Say, unit: AdminUnit): AdminField[] {
  return [
    ...nameFields(t, unit),
    {
      kind: 'number',
      name: 'sort',
      label: t('sort'),
      hint: t('form.sortHint'),
      value: String(unit.sort),
      half: true,
    },
    {
      kind: 'date',
      name: 'validToOn',
      label: t('validToOn'),
      hint: t('form.endHint'),
      value: unit.validToOn ?? '',
      half: true,
    },
  ]
}
