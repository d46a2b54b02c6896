import type { UnitKind } from './unit'

/** What each kind of unit may hang under; null: under none. A county may hang under its province where that governs it directly. */
export const PARENT_KINDS: Readonly<Record<UnitKind, readonly (UnitKind | null)[]>> = {
  ministry: [null],
  external: [null],
  office: ['ministry'],
  bureau: ['ministry'],
  discipline: ['ministry'],
  affiliated: ['ministry', 'bureau'],
  province: ['ministry'],
  city: ['province'],
  county: ['city', 'province'],
}

/** True where a unit of the one kind may stand directly under one of the other (null: at the top). */
export function mayHangBelow(kind: UnitKind, parent: UnitKind | null): boolean {
  return PARENT_KINDS[kind].includes(parent)
}

/** The kinds of unit that may be added under one of this kind (null: at the top). */
export function kindsBelow(parent: UnitKind | null): UnitKind[] {
  return (Object.keys(PARENT_KINDS) as UnitKind[]).filter((kind) => mayHangBelow(kind, parent))
}

/** The former names after a change of name: the name that was left joins them, the name now borne leaves them. */
export function formerNamesAfter(before: string, after: string, formerNames: readonly string[]): string[] {
  const kept = formerNames.filter((name) => name !== after)
  return before === after || kept.includes(before) ? kept : [...kept, before]
}
