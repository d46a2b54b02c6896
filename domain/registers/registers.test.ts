import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksForPerson, columnsSchema, holdsIdentityNumber, type Column } from './columns'
import { countPlan, planImport, type StandingRow } from './import-plan'
import { readLines } from './read-lines'
import { readDay, readRow, rowStanding, wordsOf } from './read-row'
import { parseRowFilter, rowQuery } from './row-filter'
import { REGISTER_TEMPLATES, TEMPLATES } from './templates'

const sources = {
  unitOf: (words: string) => (words === '救助司' ? 'u1' : null),
  today: '2020-04-10' as const,
}
const hazards = [...TEMPLATES.hazards.columns]
const good = { place: '甲站', hazard: '通道堵塞', grade: '一般', found_on: '2020-04-01' }
const read = (columns: readonly Column[], raw: Record<string, string>) => readRow(columns, raw, sources)

describe('the templates', () => {
  it('are columns that the program takes, none of which asks who somebody is', () => {
    for (const name of REGISTER_TEMPLATES) {
      const { columns } = TEMPLATES[name]
      expect(columnsSchema.parse(columns)).toEqual(columns)
      expect(columns.filter(asksForPerson)).toEqual([])
      expect(columns.every((one) => one.nameEn !== '')).toBe(true)
    }
  })
})

describe('columns of one’s own', () => {
  const codes = (columns: unknown) =>
    columnsSchema.safeParse(columns).error?.issues.map((issue) => issue.message) ?? []
  const text = { key: 'a', name: '甲', type: 'text' }
  it('need names of their own, choices, and dates for dates', () => {
    expect(codes([])).toEqual(['register.columns_missing'])
    expect(codes([text, { ...text, key: 'b' }])).toEqual(['register.column_repeated'])
    expect(codes([{ ...text, type: 'choice' }])).toEqual(['register.options_missing'])
    expect(codes([{ ...text, role: 'due' }])).toEqual(['register.role_needs_date'])
  })
  it('that ask for a name, a number or an address of a person are told apart from those that do not', () => {
    for (const name of ['对象姓名', '身份证号', '联系电话', '家庭住址'])
      expect(asksForPerson({ name, nameEn: '' })).toBe(true)
    expect(asksForPerson({ name: '', nameEn: 'Phone' })).toBe(true)
    expect(asksForPerson({ name: '场所', nameEn: 'Place' })).toBe(false)
  })
})

describe('a row is read', () => {
  it('into typed values, and stands open until the day it was put right', () => {
    const { values, fields } = read(hazards, { ...good, due_on: '2020年4月30日' })
    expect(fields).toEqual([])
    expect(values).toEqual({
      place: '甲站',
      hazard: '通道堵塞',
      grade: 'general',
      found_on: '2020-04-01',
      measure: null,
      due_on: '2020-04-30',
      put_right_on: null,
    })
    expect(rowStanding(hazards, values)).toEqual({ state: 'open', dueOn: '2020-04-30', putRightOn: null })
    const done = read(hazards, { ...good, put_right_on: '4/9' }).values
    expect(rowStanding(hazards, done)).toMatchObject({ state: 'put_right', putRightOn: '2020-04-09' })
  })
  it('with every fault named by its column', () => {
    const { fields } = read(hazards, { place: '', hazard: 'x', grade: '特大', found_on: '2月30日' })
    expect(fields.map((one) => `${one.path} ${one.code}`)).toEqual([
      'place register.cell_required',
      'grade register.not_a_choice',
      'found_on register.not_a_date',
    ])
    expect(read(hazards, { ...good, put_right_on: '2020-04-11' }).fields).toEqual([
      { path: 'put_right_on', code: 'register.put_right_ahead' },
    ])
  })
  it('without the identity number of a citizen', () => {
    expect(holdsIdentityNumber('某人11010519491231002X，')).toBe(true)
    expect(holdsIdentityNumber('110105194912310021')).toBe(false)
    expect(read(hazards, { ...good, measure: '联系 11010519491231002x' }).fields).toEqual([
      { path: 'measure', code: 'register.identity_number' },
    ])
  })
  it('and its words read back to the same values, in both languages', () => {
    const columns: Column[] = [
      ...hazards,
      {
        ...hazards[0]!,
        key: 'n',
        name: '数',
        nameEn: 'n',
        type: 'number',
        identifies: false,
        required: false,
      },
      {
        ...hazards[0]!,
        key: 'y',
        name: '是',
        nameEn: 'y',
        type: 'yes_no',
        identifies: false,
        required: false,
      },
      { ...hazards[0]!, key: 'u', name: '司', nameEn: 'u', type: 'unit', identifies: false, required: false },
    ]
    const day = fc.constantFrom('2020-04-01', '2019-12-31', '2020-02-29')
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((n) => Math.round(n * 100) / 100 || 0),
        fc.boolean(),
        day,
        fc.constantFrom('zh-CN', 'en'),
        (n, y, on, language) => {
          const raw = { ...good, found_on: on, n: String(n), y: y ? '是' : '否', u: '救助司' }
          const { values, fields } = read(columns, raw)
          expect(fields).toEqual([])
          const words = columns.map((column) => [
            column.key,
            wordsOf(column, values[column.key], language, () => '救助司'),
          ])
          expect(read(columns, Object.fromEntries(words)).values).toEqual(values)
        },
      ),
    )
  })
  it('knows days as registers write them', () => {
    const days = [
      '2020-4-1',
      '2020/04/01',
      '2020.4.1',
      '2020年4月1日',
      '4月1日',
      '4-1',
      '2020-04-01 00:00:00',
    ]
    for (const words of days) expect(readDay(words, '2020-04-10')).toBe('2020-04-01')
    for (const words of ['2020-13-01', '明天', '20200401', '4'])
      expect(readDay(words, '2020-04-10')).toBeNull()
  })
})

describe('a sheet', () => {
  const sheet = [
    { line: 1, cells: ['台账'] },
    { line: 3, cells: ['序号', '场所 *', 'Hazard', '等级', '排查日期', '经办'] },
    { line: 4, cells: ['', '甲站', '堵塞', '一般', '2020-04-01', '某'] },
    { line: 5, cells: ['', '', '', '', '', '只有别的'] },
    { line: 6, cells: ['2', '乙站', '漏电', '重大', '2020-04-02', ''] },
  ]
  it('is read by its heads in either language; others are named, missing ones too', () => {
    const found = readLines(hazards, sheet)
    expect(found?.unknown).toEqual(['经办'])
    expect(found?.missing.map((one) => one.key)).toEqual(['measure', 'due_on', 'put_right_on'])
    expect(found?.lines.map(({ line, no, raw }) => [line, no, raw.place])).toEqual([
      [4, '', '甲站'],
      [6, '2', '乙站'],
    ])
    expect(readLines(hazards, [{ line: 1, cells: ['甲', '乙'] }])).toBeNull()
  })
})

describe('an import', () => {
  const line = (at: number, more: Record<string, string> = {}, no = '') => ({
    line: at,
    no,
    raw: { ...good, ...more },
  })
  const plan = (lines: ReturnType<typeof line>[], rows: StandingRow[] = []) =>
    planImport(hazards, lines, rows, sources)
  const standing = (no: number, more: Record<string, string> = {}, open = true): StandingRow => ({
    id: `r${no}`,
    no,
    version: 1,
    values: read(hazards, { ...good, ...more }).values,
    open,
  })
  it('adds what is new, changes what a number or the key columns name, and leaves the same alone', () => {
    const lines = [
      line(4, { place: '新站' }),
      line(5, { measure: '已清理' }, '1'),
      line(6, { place: '乙站' }),
      line(7, { place: '丙站', grade: '重大' }),
    ]
    const rows = [standing(1), standing(2, { place: '乙站' }), standing(3, { place: '丙站' })]
    expect(plan(lines, rows)).toMatchObject([
      { act: 'add' },
      { act: 'change', row: { no: 1 }, changed: ['measure'] },
      { act: 'same', row: { no: 2 } },
      { act: 'change', row: { no: 3 }, changed: ['grade'] },
    ])
  })
  it('refuses two lines for one row, a number that nobody has, and a row that is not one’s own', () => {
    const rows = [standing(1), standing(2, { place: '乙站' }, false)]
    expect(plan([line(4), line(5)])[1]).toMatchObject({
      act: 'bad',
      problems: [{ code: 'register.line_repeated', params: { line: 4 } }],
    })
    expect(plan([line(4, {}, '1'), line(5)], rows)[1]).toMatchObject({ act: 'bad' })
    expect(plan([line(4, {}, '77')], rows)[0]).toMatchObject({ problems: [{ code: 'register.no_unknown' }] })
    expect(plan([line(4, {}, '2')], rows)[0]).toMatchObject({
      problems: [{ code: 'register.row_not_yours' }],
    })
  })
  it('of the same lines twice adds nothing the second time, with key columns or without', () => {
    const free = hazards.map((column) => ({ ...column, identifies: false }))
    const arb = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(arb, (places) => {
        const lines = places.map((place, i) => line(4 + i, { place }))
        const first = planImport(free, lines, [], sources)
        const rows = first.flatMap((one, i) =>
          one.act === 'add' ? [{ id: `r${i}`, no: i + 1, version: 1, values: one.values, open: true }] : [],
        )
        expect(countPlan(planImport(free, lines, rows, sources))).toMatchObject({
          add: 0,
          change: 0,
          same: places.length,
        })
      }),
    )
  })
})

it('an address of a page of rows reads back, and a strange one shows all rows', () => {
  const filter = { state: 'overdue' as const, part: null, after: 50, before: null }
  expect(parseRowFilter(Object.fromEntries(new URLSearchParams(rowQuery(filter))))).toEqual(filter)
  expect(parseRowFilter({ state: 'x', part: "'--", after: '-1' })).toEqual({
    state: 'standing',
    part: null,
    after: null,
    before: null,
  })
})
