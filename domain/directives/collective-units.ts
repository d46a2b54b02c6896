import { cleanText } from './clean'
import type { NamedUnit } from './match-units'
import { simplify } from './simplify'

/** Whom a collective name means: bureaus, affiliated units, both, the provinces' departments, all localities, or those concerned. */
export const COLLECTIVES = [
  'bureaus',
  'affiliated',
  'central',
  'provinces',
  'localities',
  'concerned',
] as const
/** One of `COLLECTIVES`. */
export type Collective = (typeof COLLECTIVES)[number]

// 各省、自治区、直辖市民政厅（局）; 各地民政部门; 各司局; 机关各司局、各直属单位; 有关司局
const LOCAL_BODY =
  '(?:及?计划单列市|和?新疆生产建设兵团)?(?:人民)?(?:[\\u3400-\\u9fff]{0,6}(?:厅|局|部门|机构|政府|委))?(?:（局）|\\(局\\))?'
const PATTERNS: [RegExp, Collective][] = [
  [/^(?:各?有关|各?相关)(?:司局?|单位|直属单位|部门|厅局|地区|地方)+$/, 'concerned'],
  [/^(?:relevant|appropriate|concerned)\s+(?:departments?|bureaus?|agencies|units)$/i, 'concerned'],
  [/^(?:部?机关)?(?:内?各|全体)(?:内设机构|司局?|厅司局)(?:[、和及]?各?(?:直属|所属)单位)$/, 'central'],
  [/^(?:部?机关)?各(?:司局?|厅司局?|内设机构|部门)$/, 'bureaus'],
  [/^(?:all|each of the)\s+(?:departments|bureaus)$/i, 'bureaus'],
  [/^(?:部)?各(?:直属|所属|事业)(?:事业)?单位$/, 'affiliated'],
  [/^(?:all)\s+affiliated\s+(?:units|institutions)$/i, 'affiliated'],
  [
    new RegExp(
      `^(?:各|全国各)(?:省(?:级|区市)?|省、自治区、直辖市|省（自治区、直辖市）|省（区、市）)${LOCAL_BODY}$`,
    ),
    'provinces',
  ],
  [/^(?:all\s+)?(?:provinces|provincial\s+(?:departments|authorities|bureaus))$/i, 'provinces'],
  [new RegExp(`^(?:各级|各地|地方各级|全国各地|各地区|各市县?|各县区?|基层)${LOCAL_BODY}$`), 'localities'],
  [/^(?:local\s+(?:departments|authorities|governments)|all\s+localities)$/i, 'localities'],
]

/** The group that a collective name means; null for the name of one unit. */
export function collectiveOf(name: string): Collective | null {
  const plain = simplify(cleanText(name).text.normalize('NFKC').trim())
    .replaceAll('(', '（')
    .replaceAll(')', '）')
  return PATTERNS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

const KINDS: Record<Collective, readonly string[]> = {
  bureaus: ['bureau'],
  affiliated: ['affiliated'],
  central: ['bureau', 'affiliated'],
  provinces: ['province'],
  // Localities receive through their provinces, which hand on.
  localities: ['province'],
  concerned: [],
}

/** The units of a group, in the order given: a set to be offered, never filled in. Empty for those concerned: who that is, the officer says. */
export function membersOf(collective: Collective, units: readonly NamedUnit[]): string[] {
  return units.filter((unit) => KINDS[collective].includes(unit.kind ?? '')).map((unit) => unit.id)
}
