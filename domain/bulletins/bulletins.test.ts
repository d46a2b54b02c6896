import { describe, expect, test } from 'vitest'
import { addDays } from '@/domain/calendar/local-date'
import { parseLedgerQuery } from '@/domain/tasks/ledger-filter'
import type { BulletinContent, Figure, Inline } from './content'
import { isBlank } from './content-text'
import { bulletinDifference } from './difference'
import { applyEdits, bulletinEditsSchema } from './edits'
import {
  figureQueryOf,
  figureText,
  FIGURE_NAMES,
  isCaseFigure,
  scopeQueryOf,
  STANDING_NAMES,
} from './figures'
import { obstaclesToStep, type BulletinFacts } from './guards'
import {
  BULLETIN_EVENTS,
  BULLETIN_STATUSES,
  bulletinPermissionOf,
  editPermissionOf,
  nextBulletinStatus,
} from './lifecycle'
import { isSettled, namingStateOf, type NamingFacts } from './naming-check'
import { namingsOf, taskNosIn } from './namings'

const TODAY = '2020-04-10'
const DAYS = { today: TODAY, period: null } as const
const NOW = new Date('2020-04-10T02:00:00Z')
const figure = (id: string, value: number, more: Partial<Figure> = {}): Figure => ({
  ...{ id, name: 'overdue', query: 'view=all&due=overdue', of: '', value, outOf: null },
  ...{ asOf: NOW.toISOString(), was: null, ...more },
})
const content = (paragraphs: Inline[][], figures: Figure[] = []): BulletinContent => ({
  addressee: '',
  period: null,
  figures,
  sections: [
    { key: 'overall', paragraphs: paragraphs.map((inlines, at) => ({ id: `p${at}`, inlines })), tables: [] },
  ],
})
const row = { no: 7, title: '摸底', lead: '救助司', leadCode: 'sjs', dueOn: '2020-04-02', days: 6, said: '' }

describe('the way of a bulletin', () => {
  test('is draft, head, leader, approved, published; everything else is refused', () => {
    const steps = BULLETIN_STATUSES.flatMap((from) =>
      BULLETIN_EVENTS.flatMap((event) => {
        const to = nextBulletinStatus(from, event)
        return to ? [`${from} ${event} ${to} ${bulletinPermissionOf(from, event)}`] : []
      }),
    )
    expect(steps).toEqual([
      'draft submit awaiting_head bulletin.draft',
      'draft send_up awaiting_leader bulletin.publish',
      'draft withdraw withdrawn bulletin.draft',
      'awaiting_head send_up awaiting_leader bulletin.publish',
      'awaiting_head send_back draft bulletin.publish',
      'awaiting_head withdraw withdrawn bulletin.publish',
      'awaiting_leader approve approved bulletin.approve',
      'awaiting_leader send_back draft bulletin.approve',
      'awaiting_leader withdraw withdrawn bulletin.publish',
      'approved send_back draft bulletin.publish',
      'approved publish published bulletin.publish',
      'approved withdraw withdrawn bulletin.publish',
      'published withdraw withdrawn bulletin.publish',
    ])
    expect(BULLETIN_STATUSES.filter((status) => editPermissionOf(status))).toEqual(['draft', 'awaiting_head'])
  })
  test('waits for what is missing, and says all of it', () => {
    const facts: BulletinFacts = {
      ...{ title: '', blank: true, frozen: false, openRemarks: 2, named: 3, unsettled: 1, own: true },
    }
    const codes = (event: Parameters<typeof obstaclesToStep>[0], more: Partial<BulletinFacts> = {}) =>
      obstaclesToStep(event, { ...facts, ...more }).map((one) => one.code.replace('bulletin.', ''))
    expect(codes('submit')).toEqual(['title_missing', 'blank'])
    expect(codes('send_up')).toEqual(['title_missing', 'blank', 'not_frozen', 'remarks_open'])
    expect(codes('approve', { title: '通报', blank: false, frozen: true })).toEqual(['own'])
    expect(codes('publish', { title: '通报', blank: false, frozen: true })).toEqual([
      'remarks_open',
      'units_unsettled',
    ])
    expect(codes('send_back')).toEqual([])
  })
})

describe('a figure', () => {
  test('is an address of the ledger in the scope of the bulletin, whatever else that address chose', () => {
    const scope = scopeQueryOf('view=week&directive=D3&light=off&due=week')
    expect(scope).toBe('view=all&directive=D3')
    expect(figureQueryOf('off_course', scope, DAYS)).toBe('view=all&directive=D3&light=off')
    expect(figureQueryOf('overdue', scope, DAYS, 'sjs')).toBe('view=all&directive=D3&lead=sjs&due=overdue')
    expect(parseLedgerQuery(figureQueryOf('due_soon', scope, DAYS)).due).toEqual({
      from: TODAY,
      to: addDays(TODAY, 13),
    })
  })
  test('of the annexed table adds up: the lights of its columns are those of the total', () => {
    const lights = (name: (typeof STANDING_NAMES)[number]) =>
      parseLedgerQuery(figureQueryOf(name, '', DAYS)).light
    const [total, ...parts] = STANDING_NAMES
    expect(parts.flatMap(lights).sort()).toEqual([...lights(total)].sort())
    expect(FIGURE_NAMES.filter(isCaseFigure)).toEqual(['acknowledged_on_time', 'returned'])
  })
  test('is a number, or n of m with its share from five cases on', () => {
    expect(figureText({ value: 8, of: null }, 'zh-CN')).toBe('8')
    expect(figureText({ value: 18, of: 20 }, 'zh-CN')).toBe('18/20（90%）')
    expect(figureText({ value: 18, of: 20 }, 'en')).toBe('18/20 (90%)')
    expect(figureText({ value: 2, of: 3 }, 'en')).toBe('2/3')
  })
})

describe('edits', () => {
  const before = content(
    [[{ text: '逾期' }, { figure: 'F1' }, { text: '项。' }], [{ text: '第二段。' }]],
    [figure('F1', 8)],
  )
  const edit = (paragraphs: unknown[]) =>
    applyEdits(
      before,
      bulletinEditsSchema.parse({
        addressee: '各司局：',
        sections: [{ key: 'overall', paragraphs, tables: [] }],
      }),
      { scope: 'view=all', today: TODAY, now: NOW, newId: () => 'new' },
    )
  test('keep the value of a field, take none from outside, and number new fields on', () => {
    const { content: after, added } = edit([
      [
        { text: '还有' },
        { figure: 'F1' },
        { figure: 'F99' },
        { text: '项，' },
        { insert: 'total', lead: 'sjs' },
      ],
    ])
    expect(after.figures.map((one) => [one.id, one.value, one.query])).toEqual([
      ['F1', 8, 'view=all&due=overdue'],
      ['F2', 0, 'view=all&lead=sjs&light=off,risk,ok,idle,done,late'],
    ])
    expect(added).toEqual(['F2'])
    expect(
      bulletinEditsSchema.safeParse({
        addressee: '',
        sections: [{ key: 'overall', paragraphs: [[{ value: 3 }]], tables: [] }],
      }).success,
    ).toBe(false)
  })
  test('drop fields that nothing names; a paragraph keeps its id where it says the same, or stands in its place', () => {
    const { content: after } = edit([[{ text: '第二段。' }], [{ text: '改写。' }], [{ text: ' ' }]])
    expect(after.figures).toEqual([])
    expect(after.sections[0]?.paragraphs.map((one) => one.id)).toEqual(['p1', 'new'])
    expect(isBlank(content([[{ text: ' ' }]]))).toBe(true)
  })
  test('are told from the last version, with the figures written out', () => {
    const { content: after } = edit([
      [{ text: '逾期' }, { figure: 'F1' }, { text: '件。' }],
      [{ text: '第二段。' }],
    ])
    const found = bulletinDifference(
      { title: '甲', content: before },
      { title: '甲', content: after },
      'zh-CN',
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.pieces.filter((one) => one.kind !== 'same').map((one) => one.text)).toEqual(['项', '件'])
  })
})

describe('the naming check', () => {
  const units = [
    { id: '1', code: 'sjs', names: ['社会救助司', '救助司', 'Social Relief Bureau'] },
    { id: '2', code: 'bj', names: ['北京', '京'] },
    { id: '3', code: 'bjmz', names: ['北京市民政局'] },
  ]
  test('finds each unit by its longest name, with the sentence and its tasks', () => {
    const found = namingsOf(
      content([[{ text: '北京市民政局牵头的摸底（T7）滞后。' }], [{ text: '其他正常。' }]]),
      units,
      'zh-CN',
    )
    expect(found).toEqual([
      {
        unitId: '3',
        passages: [{ section: 'overall', text: '北京市民政局牵头的摸底（T7）滞后。' }],
        taskNos: [7],
      },
    ])
  })
  test('leaves out units in the title of a directive, in a sentence and in the annexed table', () => {
    const titled = content([[{ text: '《北京关于报送的通知》印发后，进展正常。' }]])
    titled.sections[0]?.tables.push({
      ...{
        kind: 'standing',
        id: 's',
        by: 'directive',
        rows: [{ label: '北京关于报送的通知', code: 'D1', figures: [] }],
      },
    })
    expect(namingsOf(titled, units, 'zh-CN')).toEqual([])
  })
  test('takes the lead of a row by its code, and Latin names only as whole words', () => {
    const listed = content([[{ text: 'The Social Relief Bureaus of others.' }]])
    listed.sections[0]?.tables.push({
      ...{ kind: 'tasks', id: 't', name: 'overdue', asOf: NOW.toISOString(), total: 1, rows: [row] },
    })
    expect(namingsOf(listed, units, 'en').map((one) => [one.unitId, one.taskNos])).toEqual([['1', [7]]])
    expect(taskNosIn('T7、T12，不是 AT3')).toEqual([7, 12])
  })
  test('is settled by an answer, by its day, or by a reason; other words ask for telling again', () => {
    const facts: NamingFacts = {
      ...{ passage: '甲', toldPassage: '甲', answerByOn: '2020-04-14', answered: false, waived: false },
    }
    const state = (more: Partial<NamingFacts>, today = TODAY) =>
      namingStateOf({ ...facts, ...more }, today as typeof TODAY)
    expect(state({ toldPassage: null })).toBe('untold')
    expect(state({ answered: true, passage: '乙' })).toBe('changed')
    expect(state({}, '2020-04-14')).toBe('awaiting')
    expect(
      [state({ answered: true }), state({}, '2020-04-15'), state({ waived: true })].every(isSettled),
    ).toBe(true)
  })
})
