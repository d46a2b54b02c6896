import type { Choice } from '@/components/ui/use-choices'
import type { UnitChangeKind } from '@/domain/org/unit-change'
import type { AdminField } from './admin-field'

type Say = (key: string) => string
type Search = Extract<AdminField, { kind: 'pick' }>['search']

/** The fields of a change of this kind: which unit, what becomes of it, from when. */
export function changeFields(
  t: Say,
  kind: UnitChangeKind,
  search: Search,
  unit: Choice | null,
  today: string,
): AdminField[] {
  const pick = (
    name: string,
    label: string,
    multiple = false,
    chosen: readonly Choice[] = [],
  ): AdminField => ({
    kind: 'pick',
    name,
    label,
    hint: t('pickHint'),
    search,
    multiple,
    chosen,
  })
  const text = (name: string, hint?: string): AdminField => ({
    kind: 'text',
    name,
    label: t(name),
    hint,
    max: 100,
    half: true,
  })
  const extra: Record<UnitChangeKind, AdminField[]> = {
    merge: [pick('toIds', t('to.merge'))],
    split: [pick('toIds', t('to.split'), true)],
    move: [pick('parentId', t('parent'))],
    rename: [
      text('name'),
      text('shortName', t('shortHint')),
      text('nameEn'),
      text('shortNameEn', t('shortHint')),
    ],
  }
  return [
    pick('fromIds', t(`from.${kind}`), kind === 'merge', unit ? [unit] : []),
    ...extra[kind],
    { kind: 'date', name: 'effectiveOn', label: t('effectiveOn'), hint: t('dateHint'), value: today },
  ]
}

/** The security administrator's word. */
export function decisionFields(t: Say): AdminField[] {
  const options = [
    { value: 'confirm', label: t('confirm'), hint: t('confirmHint') },
    { value: 'refuse', label: t('refuse') },
  ]
  return [{ kind: 'radio', name: 'decision', label: t('decision'), options }]
}
