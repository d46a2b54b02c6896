import { beforeAll, describe, expect, test } from 'vitest'
import { fromLocalDate } from '@/server/dates'
import { proposeMetadata } from '@/server/directives/propose-metadata'
import { readUpload } from '@/server/directives/read-upload'
import { takeInDirective } from '@/server/directives/take-in-directive'
import { takeInDirectiveSchema } from '@/server/directives/take-in-schema'
import { sha256 } from '@/server/audit/record-audit'
import { auditOf, runAs, testWorld } from '@/tests/factories'

const SUBJECTS = [
  '供水',
  '养老床位',
  '低保核查',
  '殡葬用房',
  '社区食堂',
  '儿童之家',
  '婚姻登记',
  '救助车辆',
  '志愿服务',
]
/** A text of its own for each test, long enough for a fingerprint. */
function textOn(seed: number, extra = ''): string {
  const lines = SUBJECTS.map(
    (subject, i) =>
      `${i + 1}. 第${seed}组由救助司牵头做好${subject}工作${seed * 7919 + i * 104729}，逐项登记。`,
  )
  return `关于第${seed}组工作的通知\n${lines.join('\n')}\n${extra}`
}
const inputOf = (text: string, more: object = {}) =>
  takeInDirectiveSchema.parse({ source: { kind: 'text', text }, title: '通知', kind: 'document', ...more })
const takeIn = (text: string, more: object = {}, account = 'officer', key?: string) =>
  runAs(account, takeInDirective, inputOf(text, more), { key })

let world: Awaited<ReturnType<typeof testWorld>>
beforeAll(async () => {
  world = await testWorld()
})

describe('taking a directive in', () => {
  test('an officer takes in a text: it is kept byte for byte, as a draft, with its provisions, on the record', async () => {
    const text = `\uFEFF${textOn(1)}\r\n  \n`
    const { id, no } = await takeIn(text, { docNumber: '民办发[2020]1号', issuedOn: '2020-04-01', chair: '' })
    const row = await world.db.directive.findUniqueOrThrow({ where: { id }, include: { provisions: true } })
    expect(row).toMatchObject({ no, text, status: 'draft', chair: null, marking: 'internal', version: 1 })
    expect(row.textSha256).toBe(sha256(text))
    expect(row.docNumberKey).toBe('民办发〔2020〕1号')
    expect(row.issuedOn).toEqual(fromLocalDate('2020-04-01'))
    expect(row.provisions.length).toBeGreaterThan(0)
    expect(row.provisions.every((one) => one.confirmedAt === null)).toBe(true)
    expect(await auditOf(id)).toEqual(['directive.taken_in', 'directive.decomposed'])
  })
  test('sent twice it is taken in once', async () => {
    const [first, second] = [
      await takeIn(textOn(2), {}, 'officer', 'key-2'),
      await takeIn(textOn(2), {}, 'officer', 'key-2'),
    ]
    expect(second).toEqual(first)
  })
  test('no date is invented: a day without its year stays open and is asked', async () => {
    const text = textOn(3).replace('\n', '\n4月8日，会议召开。\n')
    const proposal = await runAs('officer', proposeMetadata, { text })
    expect(proposal.fields.issuedOn).toBeNull()
    expect(proposal.dateQuestion).toEqual({ read: '4月8日', proposed: '2020-04-08' })
    const { id } = await takeIn(text, { issuedOn: '' })
    expect((await world.db.directive.findUniqueOrThrow({ where: { id } })).issuedOn).toBeNull()
  })
  test('unit people, leaders, inspectors and administrators may not', async () => {
    for (const account of ['leader', 'relief-head', 'relief-liaison', 'inspector', 'sysadmin', 'auditor']) {
      await expect(takeIn(textOn(4), {}, account)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(runAs(account, proposeMetadata, { text: textOn(4) })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })
  test('noise is set aside for reading only: tasks are found in a text with pinyin and doubled marks', async () => {
    const text =
      '4月8日下午,,部務會議召開。\n會議明確，一要抓緊核查(hé)低保對象,,會同有關部門(mén)建立臺賬,。二要全面檢查養老機構(gòu)。\n'
    const { id } = await takeIn(text, { kind: 'meeting' })
    const tasks = await world.db.task.findMany({ where: { directiveId: id }, include: { draftParts: true } })
    expect(tasks.length).toBeGreaterThanOrEqual(2)
    expect(tasks.every((task) => task.dueOn === null && task.status === 'draft')).toBe(true)
    const named = tasks.flatMap((task) => task.draftParts).filter((part) => part.source === 'text')
    expect(named).toMatchObject([{ unitId: null, part: 'supporting', nameInText: '有關部門' }])
    expect(tasks.some((task) => task.draftParts.some((part) => part.confirmed))).toBe(false)
    const proposal = await runAs('officer', proposeMetadata, { text })
    expect(proposal.cleaning).toMatchObject({ counts: { pinyin: 2 }, traditional: true })
  })
  test('an upload is read again from its bytes; another person cannot use it', async () => {
    const text = textOn(5)
    const read = await runAs('officer', readUpload, { bytes: new TextEncoder().encode(text), name: 'a.txt' })
    const source = {
      kind: 'file',
      fileId: read.fileId,
      key: read.key,
      name: read.name,
      encoding: read.encoding,
    }
    await expect(takeIn('', { source }, 'officer2')).rejects.toMatchObject({ kind: 'not_found' })
    const { id } = await takeIn('', { source })
    const row = await world.db.directive.findUniqueOrThrow({ where: { id }, include: { sourceFile: true } })
    expect(row).toMatchObject({ text, sourceName: 'a.txt', sourceEncoding: 'utf-8' })
    expect(row.sourceFile?.sha256).toBe(row.textSha256)
  })
})

describe('what stops it', () => {
  test('a state-secret mark in the head: nothing is stored', async () => {
    const before = await world.db.directive.count()
    const text = `绝密★\n${textOn(10)}`
    await expect(takeIn(text)).rejects.toMatchObject({
      code: 'directive.secret_mark',
      params: { level: '绝密' },
    })
    await expect(runAs('officer', proposeMetadata, { text })).rejects.toMatchObject({ kind: 'refused' })
    expect(await world.db.directive.count()).toBe(before)
  })
  test('words of secrecy inside a sentence only raise a question', async () => {
    const text = textOn(11, '各单位要保守工作秘密。')
    expect((await runAs('officer', proposeMetadata, { text })).mentions).toMatchObject([{ word: '秘密' }])
    await expect(takeIn(text)).rejects.toMatchObject({
      fields: [{ path: 'secretChecked', code: 'directive.secret_check_required', params: { count: 1 } }],
    })
    await expect(takeIn(text, { secretChecked: true })).resolves.toHaveProperty('no')
  })
  test('a NUL, half a character, a blank or an endless text', async () => {
    await expect(takeIn('一要\0落实')).rejects.toMatchObject({ code: 'directive.text_nul' })
    await expect(takeIn('一要\ud842落实')).rejects.toMatchObject({ code: 'directive.text_half_character' })
    await expect(takeIn('  \n')).rejects.toMatchObject({ code: 'directive.text_required' })
    await expect(takeIn('文'.repeat(1_000_001))).rejects.toMatchObject({ code: 'directive.text_too_long' })
  })
  test('missing particulars are named field by field', () => {
    const parsed = takeInDirectiveSchema.safeParse({
      source: { kind: 'text', text: 'x' },
      title: ' ',
      kind: '',
      issuedOn: '2020-02-31',
    })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual(['title', 'kind', 'issuedOn'])
  })
})

describe('duplicates', () => {
  test('the same text, the same number in other brackets, and a text 90 % alike are noticed', async () => {
    const text = textOn(20)
    const { no } = await takeIn(text, { docNumber: '民发〔2020〕20号' })
    const same = await runAs('officer', proposeMetadata, { text })
    expect(same.duplicates).toMatchObject([{ no, how: 'text', percent: 100, status: 'draft' }])
    await expect(takeIn(textOn(21), { docNumber: '民发(2020) 20 号' })).rejects.toMatchObject({
      fields: [{ path: 'acceptDuplicate', code: 'directive.duplicate', params: { no } }],
    })
    const near = await runAs('officer', proposeMetadata, {
      text: text.replace('逐项登记。\n', '逐项做好登记。\n'),
    })
    expect(near.duplicates).toMatchObject([{ no, how: 'likeness' }])
    expect(near.duplicates[0]?.percent).toBeGreaterThanOrEqual(90)
    const { no: second } = await takeIn(text, { acceptDuplicate: 'on' })
    expect(second).not.toBe(no)
  })
  test('another text is none', async () => {
    await takeIn(textOn(22))
    const other = await runAs('officer', proposeMetadata, {
      text: '完全不同的一份文件，讲的是另外一件事，毫无相同之处。',
    })
    expect(other.duplicates).toEqual([])
  })
})
