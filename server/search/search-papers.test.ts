import { describe, expect, it } from 'vitest'
import type { BulletinStatus } from '@/domain/bulletins/lifecycle'
import { buildDirective, ctxOf, NOW, testWorld } from '@/tests/factories'
import { statementIn } from '@/tests/state-builders'
import { answerPalette } from './answer-palette'
import { searchAll } from './search-all'

const find = async (account: string, typed: string, take = 20) =>
  (await searchAll(await ctxOf(account), typed, { take, count: true }, ['bulletins', 'statements'])).found

type Specs = { title: string; status?: BulletinStatus; special?: boolean; text?: string; issueNo?: number }

async function buildBulletin({ title, status = 'draft', special = false, text = '', issueNo }: Specs) {
  const { db, org } = await testWorld()
  const directive = special ? await buildDirective({ status: 'in_force', inForceAt: NOW }) : null
  const by = org.personIds.officer ?? ''
  const published = status === 'published' || issueNo !== undefined
  const paragraphs = [{ id: 'p-1', inlines: [{ text }, { figure: 'F1' }, { text: '项。其他见附表。' }] }]
  return db.bulletin.create({
    data: {
      ...{ kind: special ? 'special_report' : 'bulletin', status, title, language: 'zh-CN', scope: '' },
      content: { addressee: '', figures: [], sections: [{ key: 'overall', paragraphs, tables: [] }] },
      ...{ officeUnitId: org.unitIds.office ?? '', createdById: by, directiveId: directive?.id ?? null },
      ...(status === 'draft' ? {} : { frozenAt: NOW, frozenVersion: 1, approvedById: by }),
      ...(published ? { publishedAt: NOW, issueYear: 2031, issueNo: issueNo ?? 90 } : {}),
    },
  })
}

const PEOPLE = ['officer', 'office-head', 'leader', 'inspector', 'relief-head', 'relief-liaison', 'sysadmin']

async function findersOf(kind: 'bulletins' | 'statements', typed: string) {
  const finders: string[] = []
  for (const who of PEOPLE) {
    const found = (await find(who, typed))[kind]
    expect(found?.total ?? 0, who).toBe(found?.rows.length ?? 0)
    if (found?.rows.length) finders.push(who)
  }
  return finders
}

describe('a bulletin is found', () => {
  it('by number, title, initials, issue and words of its text, never by a word across a figure', async () => {
    const one = await buildBulletin({
      title: '关于冬令救助落实情况的通报',
      status: 'published',
      text: '各单位办结银铃行动',
      issueNo: 41,
    })
    const ways = {
      number: [`B${one.no}`, String(one.no)],
      title: ['冬令救助', '救助落实情况'],
      text: ['银铃行动', '其他见附表'],
      letters: ['dljzls'],
    }
    for (const [reason, typed] of Object.entries(ways))
      for (const words of typed)
        expect((await find('officer', words)).bulletins?.rows[0], words).toMatchObject({ no: one.no, reason })
    for (const words of ['第41期', '督查通报第41期', '2031年第41期'])
      expect((await find('officer', words)).bulletins?.rows.map((row) => row.no)).toEqual([one.no])
    for (const words of ['第4期', '专题报告第41期', '行动项', `B${one.no}9`])
      expect((await find('officer', words)).bulletins?.rows, words).toEqual([])
    const { around } = (await find('officer', '银铃行动')).bulletins?.rows[0] ?? {}
    expect(around?.filter((piece) => piece.hit)).toEqual([{ text: '银铃行动', hit: true }])
  })

  it('by those who read it whole: a draft by the office, what was sent up by leaders, a published one by units', async () => {
    await buildBulletin({ title: '玄武草稿' })
    await buildBulletin({ title: '朱雀送审', status: 'awaiting_leader' })
    await buildBulletin({ title: '青龙发布', status: 'published', issueNo: 42 })
    await buildBulletin({ title: '白虎专报', status: 'published', special: true, issueNo: 43 })
    const office = ['officer', 'office-head']
    expect(await findersOf('bulletins', '玄武草稿')).toEqual(office)
    expect(await findersOf('bulletins', '朱雀送审')).toEqual([...office, 'leader'])
    expect(await findersOf('bulletins', '青龙发布')).toEqual(PEOPLE.slice(0, 6))
    expect(await findersOf('bulletins', '白虎专报')).toEqual([...office, 'leader', 'inspector'])
  })

  it('not by its number where it may not be read, nor counted', async () => {
    const draft = await buildBulletin({ title: '麒麟草稿' })
    for (const typed of [`B${draft.no}`, String(draft.no), '麒麟草稿'])
      expect((await find('relief-head', typed)).bulletins).toMatchObject({ rows: [], total: 0 })
  })

  it('once by its number among others that hold the number, page after page', async () => {
    const [first, second] = [
      await buildBulletin({ title: '重明一' }),
      await buildBulletin({ title: '重明二' }),
    ]
    const reach = { take: 1, count: true }
    const ctx = await ctxOf('officer')
    const top = (await searchAll(ctx, '重明', reach, ['bulletins'])).found.bulletins
    expect(top).toMatchObject({ total: 2, older: true, rows: [{ no: second.no }] })
    const place = { after: second.id, before: null }
    const next = (await searchAll(ctx, '重明', { ...reach, place }, ['bulletins'])).found.bulletins
    expect(next).toMatchObject({ older: false, rows: [{ no: first.no }] })
  })
})

describe('a responsibility statement is found', () => {
  it('by unit, directive and number, as they are called now', async () => {
    const { db } = await testWorld()
    const made = await statementIn('in_force')
    const { title } = await db.directive.update({
      where: { id: made.directiveId },
      data: { title: '关于凤凰山社区的意见', docNumber: '民发〔2033〕5号' },
    })
    const ways = {
      number: [String(made.no), `责任状${made.no}号`],
      unit: ['救助司责任状', '救助司 凤凰山', 'statements'],
      directive: ['凤凰山社区'],
      docNumber: ['[2033]5'],
      letters: ['fhssq'],
    }
    for (const [reason, typed] of Object.entries(ways))
      for (const words of typed)
        expect((await find('officer', words)).statements?.rows[0], words).toMatchObject({
          no: made.no,
          reason,
        })
    const [row] = (await find('relief-liaison', '凤凰山')).statements?.rows ?? []
    expect(row?.directive.title.map((piece) => piece.text).join('')).toBe(title)
    await db.directive.update({ where: { id: made.directiveId }, data: { title: '关于昆仑村的意见' } })
    expect((await find('officer', '凤凰山')).statements?.rows).toEqual([])
    expect((await find('officer', '昆仑村')).statements?.rows).toHaveLength(1)
  })

  it('by the office, leaders and discipline, and by the people of its unit alone', async () => {
    const { db } = await testWorld()
    const made = await statementIn('awaiting_signature')
    await db.directive.update({ where: { id: made.directiveId }, data: { title: '关于蓬莱的意见' } })
    expect(await findersOf('statements', '蓬莱')).toEqual(PEOPLE.slice(0, 6))
    for (const typed of ['蓬莱', String(made.no)])
      expect((await find('elderly-head', typed)).statements).toMatchObject({ rows: [], total: 0 })
  })
})

it('the palette shows both kinds', async () => {
  const bulletin = await buildBulletin({ title: '瀛洲通报' })
  const statement = await statementIn('in_force')
  const palette = async (typed: string) => (await answerPalette(await ctxOf('officer'), typed)).found
  expect((await palette('瀛洲')).bulletins?.rows.map((row) => row.no)).toEqual([bulletin.no])
  expect((await palette(String(statement.no))).statements?.rows[0]?.no).toBe(statement.no)
})
