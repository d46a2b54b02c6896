// A bulletin as a reader of office files finds it: a second library always, LibreOffice where it is installed.
import mammoth from 'mammoth'
import { beforeAll, expect, test } from 'vitest'
import { draftBulletin } from '@/server/bulletins/draft-bulletin'
import { fromLocalDate } from '@/server/dates'
import { exportPaper } from '@/server/documents/export-paper'
import { makePaper } from '@/server/documents/make-paper'
import { renderDocx } from '@/server/documents/render-docx'
import { refreshTasks } from '@/server/tasks/refresh-task'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { convertAll, SOFFICE } from '@/tests/office-program'

const numbers = { 'zh-CN': 0, en: 0 }
const WANTED = {
  'zh-CN': [
    '部机关督查通报',
    '（期号发布时编）',
    '督查办 2020年4月10日',
    '关于截至2020年4月10日重点任务落实情况的通报',
    '各司局，各直属单位：',
    '一、总体情况',
    '滞后1项',
    '四、逾期清单',
    '逾期事项（1项）',
    '抓实机构防控',
    '附表',
    '2020年4月10日印发',
  ],
  en: [
    'ministry: Supervision Bulletin',
    '1. Overall',
    '1 are off course',
    '4. Overdue tasks',
    'Overdue tasks (1)',
    'Annex: standing by directive',
    'Issued 10 Apr 2020',
  ],
}

beforeAll(async () => {
  const directive = await buildDirective({
    status: 'in_force',
    inForceAt: NOW,
    title: '关于印发《救助方案》的通知',
  })
  const dueOn = fromLocalDate('2020-04-02')
  const task = await buildDispatchedTask(
    [{ unit: 'relief', data: { status: 'in_progress', acknowledgedAt: NOW } }],
    { directiveId: directive.id, title: '抓实机构防控', status: 'in_progress', dueOn, originalDueOn: dueOn },
  )
  await refreshTasks(await ctxOf('officer'), [task.id])
  for (const language of ['zh-CN', 'en'] as const)
    numbers[language] = (
      await runAs('officer', draftBulletin, { language, title: '', directive: [], lead: [] })
    ).no
})

async function files(): Promise<Record<string, Uint8Array>> {
  const ctx = await ctxOf('officer')
  const made: Record<string, Uint8Array> = {}
  // In the language in which it was written, whatever its reader's.
  for (const language of ['zh-CN', 'en'] as const)
    made[`${language}.docx`] = await renderDocx(
      await makePaper(ctx, { kind: 'bulletin', no: `B${numbers[language]}` }, 'zh-CN'),
    )
  return made
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

test('is read by another library as it was meant, in the language in which it was written', async () => {
  const made = await files()
  for (const language of ['zh-CN', 'en'] as const) {
    const buffer = Buffer.from(made[`${language}.docx`] ?? [])
    const { value, messages } = await mammoth.extractRawText({ buffer })
    for (const words of WANTED[language]) expect(flat(value)).toContain(words)
    expect(messages.filter((one) => one.type === 'error')).toEqual([])
  }
})

test.runIf(SOFFICE !== null)('is read by an office program too', { timeout: 120_000 }, async () => {
  const texts = await convertAll(await files(), 'txt')
  for (const language of ['zh-CN', 'en'] as const)
    for (const words of WANTED[language].filter((one) => !one.includes('督查办 ')))
      expect(flat(texts[`${language}.docx`]?.toString('utf8') ?? '')).toContain(words)
})

test('taken as a file it leaves an entry with its checksum; who may not read the draft gets none', async () => {
  const { db } = await testWorld()
  const input = { kind: 'bulletin' as const, no: `B${numbers.en}`, locale: 'zh-CN' as const }
  const { name } = await runAs('office-head', exportPaper, input)
  expect(name).toMatch(/^Supervision bulletin B\d+ .*\.docx$/)
  const { id } = await db.bulletin.findUniqueOrThrow({ where: { no: numbers.en } })
  expect(await auditOf(id)).toEqual(['bulletin.drafted', 'record.exported'])
  await expect(runAs('relief-head', exportPaper, input)).rejects.toMatchObject({ code: 'common.not_found' })
})
