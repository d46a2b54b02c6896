import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectiveOf, membersOf } from './collective-units'
import { matchUnits, type NamedUnit } from './match-units'
import { foldLooks, isOneSlip, isShortForm } from './name-likeness'
import { foldName, unitNameKeys } from './unit-search'

const unit = (id: string, name: string, more: Partial<NamedUnit> = {}): NamedUnit => ({
  id,
  name,
  shortName: '',
  nameEn: '',
  shortNameEn: '',
  aliases: [],
  formerNames: [],
  duties: '',
  kind: 'bureau',
  parentId: 'root',
  ...more,
})
const units = [
  unit('root', '民政部', { kind: 'ministry', parentId: null, nameEn: 'Ministry of Civil Affairs' }),
  unit('sa', '社会救助司', {
    shortName: '救助司',
    nameEn: 'Department of Social Assistance',
    shortNameEn: 'Social Assistance',
    formerNames: ['最低生活保障司'],
  }),
  unit('af', '社会事务司', { nameEn: 'Department of Social Affairs' }),
  unit('el', '养老服务司', { shortName: '养老司', formerNames: ['社会福利司'] }),
  unit('ch', '儿童福利司'),
  unit('pf', '规划财务司'),
  unit('self', '基层政权自己治理司'),
  unit('omb', '预算办公室', { nameEn: 'Office of Management and Budget', shortNameEn: 'OMB' }),
  unit('fin', '国家财政事务部', { kind: 'external', parentId: null, aliases: ['财政部'] }),
  unit('jz', '江州省民政厅', { kind: 'province', shortName: '江州厅' }),
  unit('yl', '云岭省民政厅', { kind: 'province' }),
  unit('jh', '镜湖市民政局', { kind: 'city', parentId: 'jz', shortName: '民政局' }),
  unit('cw', '翠微市民政局', { kind: 'city', parentId: 'yl', shortName: '民政局' }),
  unit('ic', '信息中心', { kind: 'affiliated' }),
]
const sure = (name: string, list: readonly NamedUnit[] = units) => {
  const [first, second] = matchUnits(name, list)
  return first?.certain && !second ? first.unitId : null
}

describe('a name in a text is the unit’s own', () => {
  it.each([
    ['社会救助司', 'sa'],
    ['救助司', 'sa'],
    ['社會救助司', 'sa'],
    ['最低生活保障司', 'sa'],
    ['民政部社会救助司', 'sa'],
    ['部社会救助司', 'sa'],
    ['我部救助司', 'sa'],
    ['社会救助司（低保处）', 'sa'],
    ['社会救助司等单位', 'sa'],
    ['社会福利司', 'el'],
    ['ＯＭＢ', 'omb'],
    ['0MB', 'omb'],
    ['the Office of Management and Budget', 'omb'],
    ['Department of Social Assistance of the Ministry of Civil Affairs', 'sa'],
    ['财政部', 'fin'],
    ['江州省民政厅', 'jz'],
    ['江州厅镜湖市民政局', 'jh'],
    ['江州省民政厅民政局', 'jh'],
  ])('%s', (name, id) => expect(sure(name)).toBe(id))
  it.each([
    ['杜会救助司', 'sa', 'a character that looks alike'],
    ['基层政权自已治理司', 'self', '已 for 己'],
    ['养老服努司', 'el', 'one character wrong'],
    ['基层政权自己治司', 'self', 'one character lost'],
    ['Off1ce of Management and Budget', 'omb', '1 for i'],
    ['Department of Socia1 Assistance', 'sa', '1 for l'],
    ['Department of Social Assistence', 'sa', 'one letter wrong'],
  ])('%s is %s: %s', (name, id) => {
    expect(sure(name)).toBe(id)
    expect(matchUnits(name, units)[0]!.how).toBe('looks')
  })
})

describe('nobody answers', () => {
  it.each([
    ['有关部门'],
    ['有關(guān)部門'],
    ['各司局'],
    [''],
    ['司'],
    ['全国妇联'],
    ['社会救助局'],
    ['社会事务局'],
    ['财政部社会救助司'],
    ['东城区民政局'],
    ['relevant agencies'],
    ['教育司'],
  ])('to %s', (name) => expect(matchUnits(name, units)).toEqual([]))
})

describe('a name that may mean several is asked about', () => {
  it('two cities have an office of the same short name', () => {
    expect(matchUnits('民政局', units).map((one) => [one.unitId, one.certain])).toEqual([
      ['cw', false],
      ['jh', false],
    ])
  })
  it('an unknown ministry stands before a name of ours', () => {
    expect(matchUnits('建设部社会救助司', units)).toMatchObject([
      { unitId: 'sa', how: 'part', certain: false },
    ])
  })
  it('part of a name, or an abbreviation that nobody entered, is only a guess', () => {
    expect(matchUnits('事务司', units)).toMatchObject([{ unitId: 'af', how: 'part', certain: false }])
    expect(matchUnits('规财司', units)).toMatchObject([{ unitId: 'pf', how: 'abbreviated', certain: false }])
  })
  it('a scanner’s slip that fits two units fits neither for certain', () => {
    const two = [unit('a', '甲乙丙丁司'), unit('b', '甲乙戊丁司')]
    expect(matchUnits('甲乙口丁司', two).map((one) => one.certain)).toEqual([false, false])
  })
})

describe('units that were renamed, merged or split', () => {
  const days = { on: '2020-04-10', today: '2026-03-10' } as const
  const old = (more: Partial<NamedUnit>) =>
    unit('old', '救灾司', { validFromOn: '2010-01-01', validToOn: '2021-12-31', ...more })
  it('one that ended stands for its only successor', () => {
    const list = [old({ successorIds: ['new'] }), unit('new', '应急救助司', { validFromOn: '2022-01-01' })]
    expect(matchUnits('救灾司', list, days)).toEqual([
      { unitId: 'new', how: 'successor', score: 0.89, certain: true },
    ])
  })
  it('after a split the officer is asked which', () => {
    const list = [old({ successorIds: ['a', 'b'] }), unit('a', '甲司'), unit('b', '乙司')]
    expect(matchUnits('救灾司', list, days).map((one) => one.certain)).toEqual([false, false])
  })
  it('one that ended without a successor is nobody', () => {
    expect(matchUnits('救灾司', [old({})], days)).toEqual([])
  })
  it('of two that bore a name one after the other, the one of the directive’s day is meant', () => {
    const list = [
      old({ successorIds: ['new'] }),
      unit('new', '应急救助司'),
      unit('again', '救灾司', { validFromOn: '2023-01-01' }),
    ]
    expect(matchUnits('救灾司', list, days)).toMatchObject([{ unitId: 'new' }])
    expect(matchUnits('救灾司', list, { on: '2024-01-01', today: '2026-03-10' })).toMatchObject([
      { unitId: 'again', certain: true },
    ])
  })
})

describe('a collective name', () => {
  it.each([
    ['各司局', 'bureaus'],
    ['部机关各司局', 'bureaus'],
    ['机关各司局、各直属单位', 'central'],
    ['各直属单位', 'affiliated'],
    ['各省民政厅（局）', 'provinces'],
    ['各省、自治区、直辖市民政厅（局）', 'provinces'],
    ['各地民政部门', 'localities'],
    ['各地', 'localities'],
    ['有关司局', 'concerned'],
    ['有关部门', 'concerned'],
    ['local authorities', 'localities'],
    ['社会救助司', null],
    ['各方面', null],
  ])('%s means %s', (name, set) => expect(collectiveOf(name)).toBe(set))
  it('is offered with its members, those concerned with none', () => {
    expect(membersOf('provinces', units)).toEqual(['jz', 'yl'])
    expect(membersOf('central', units)).toContain('ic')
    expect(membersOf('concerned', units)).toEqual([])
  })
})

describe('whatever is read', () => {
  const characters = [...new Set(units.flatMap((one) => [...one.name, ...one.shortName]))]
  const name = fc
    .array(fc.constantFrom(...characters, '甲', '0', 'O', '（', '等'), { maxLength: 12 })
    .map((a) => a.join(''))
  it('the order of the units changes nothing', () => {
    fc.assert(
      fc.property(name, fc.shuffledSubarray(units, { minLength: units.length }), (read, shuffled) => {
        expect(matchUnits(read, shuffled)).toEqual(matchUnits(read, units))
      }),
    )
  })
  it('no unit is matched whose names do not occur, but for what a scanner may have done', () => {
    fc.assert(
      fc.property(name, (read) => {
        for (const match of matchUnits(read, units)) {
          const keys = unitNameKeys(units.find((one) => one.id === match.unitId)!).map((one) => one.key)
          const own = ['', '部', '我部', '民政部', '部机关', '本部', '部内']
          const parts = [read, read.replace(/[（(][^（）()]*[）)]/g, ''), read.replace(/等$/, '')]
            .map(foldName)
            .flatMap((one) =>
              own.filter((word) => one.startsWith(word)).map((word) => one.slice(word.length)),
            )
          const occurs = keys.some((key) =>
            parts.some(
              (one) =>
                foldLooks(one).endsWith(foldLooks(key)) ||
                (one.length >= 3 && key.endsWith(one)) ||
                isOneSlip(one, key) ||
                isShortForm(one, key),
            ),
          )
          expect([read, match.unitId, occurs]).toEqual([read, match.unitId, true])
        }
      }),
      { numRuns: 2000 },
    )
  })
})
