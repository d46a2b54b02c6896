// Papers as a reader who did not write them finds them: a second library always, LibreOffice where it is installed.
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { OF_LEDGER, type PaperKind } from '@/domain/documents/paper-kinds'
import { exportPaper } from '@/server/documents/export-paper'
import { listNoticeUnits } from '@/server/documents/list-notice-units'
import { makePaper, paperSchema, type PaperInput } from '@/server/documents/make-paper'
import { renderDocx } from '@/server/documents/render-docx'
import { createStatements } from '@/server/statements/create-statements'
import { countersignStatement } from '@/server/statements/countersign-statement'
import { signStatement } from '@/server/statements/sign-statement'
import { armPasswords, PASSWORD } from '@/tests/state-builders'
import { sendUrges } from '@/server/urges/send-urges'
import { signAnswer } from '@/server/urges/sign-answer'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { convertAll, SOFFICE } from '@/tests/office-program'

const LANGUAGES = ['zh-CN', 'en'] as const
type At = {
  task: { id: string; no: number }
  directive: { id: string; no: number }
  slipNo: number
  statementNo: number
  reportId: string
  parts: Record<string, string>
}
let at: At

beforeAll(async () => {
  const { db, org } = await testWorld()
  const directive = await buildDirective({
    status: 'in_force',
    inForceAt: NOW,
    title: '关于印发《救助方案》的通知',
    docNumber: '民发〔2020〕18号',
    sentences: ['要扩大救助覆盖，救助司于4月底前提出办法。', '二要抓实机构防控。'],
  })
  const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
  const task = await buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'elderly', data: working },
    ],
    { directiveId: directive.id, title: '扩大救助覆盖', expectedResult: '工作方案', status: 'in_progress' },
  )
  await buildDispatchedTask([{ unit: 'relief' }], {
    directiveId: directive.id,
    title: '抓实机构防控',
    sort: 1,
  })
  const parts = Object.fromEntries(
    Object.entries(org.unitIds).map(([code, id]) => [
      code,
      task.assignments.find((one) => one.unitId === id)?.id ?? '',
    ]),
  )
  const sent = await runAs('officer', sendUrges, {
    chosen: [parts.relief ?? ''],
    level: 1,
    answerBy: '2020-04-14',
    text: '请说明进展。',
  })
  const slipNo = sent.sent[0] ?? 0
  const slip = await db.urgeSlip.findUniqueOrThrow({ where: { no: slipNo } })
  await runAs('relief-head', signAnswer, { slipId: slip.id, version: slip.version, answer: '方案已成稿。' })
  const statementNo = await signedStatement(directive.id, org.unitIds.relief ?? '')
  const reportId = await evidenceOf(parts.relief ?? '')
  at = { task, directive, slipNo, statementNo, reportId, parts }
})

/** Two signed reports of a part: one with a file, the next with the same file again and a document number. */
async function evidenceOf(assignmentId: string): Promise<string> {
  const { db, org } = await testWorld()
  const by = { unitId: org.unitIds.relief ?? '', uploadedById: org.personIds['relief-liaison'] ?? '' }
  const stored = await db.storedFile.create({
    data: { sha256: 'ab'.repeat(32), size: 10, mime: 'application/pdf' },
  })
  const file = await db.evidence.create({
    data: { ...by, kind: 'file', name: '工作方案.pdf', fileId: stored.id },
  })
  const reference = await db.evidence.create({
    data: { ...by, kind: 'reference', name: '会商函', reference: '民救函〔2020〕5号' },
  })
  let last = ''
  for (const [seq, pieces] of [
    [1, [file]],
    [2, [file, reference]],
  ] as const)
    last = (
      await db.report.create({
        data: {
          assignmentId,
          seq,
          status: 'accepted',
          claimedProgress: 0,
          done: '首批已完成。',
          nextStep: '开展第二批。',
          writtenById: by.uploadedById,
          submittedAt: new Date(NOW.getTime() + seq * 1000),
          evidence: { create: pieces.map(({ id }, sort) => ({ evidenceId: id, sort })) },
        },
        select: { id: true },
      })
    ).id
  return last
}

/** The statement of the relief bureau, in force. */
async function signedStatement(directiveId: string, unitId: string): Promise<number> {
  const { db } = await testWorld()
  await armPasswords()
  await runAs('officer', createStatements, { directiveId, unitIds: [unitId] })
  const steps = [
    ['relief-head', signStatement],
    ['leader', countersignStatement],
  ] as const
  let no = 0
  for (const [account, sign] of steps) {
    const { id, version, ...made } = await db.statement.findFirstOrThrow({ where: { directiveId, unitId } })
    no = made.no
    const signature = { read: 'on' as const, name: account, password: PASSWORD }
    await runAs(account, sign, { statementId: id, version, ...signature })
  }
  return no
}

const paper = (kind: PaperKind, no: string, more: Partial<PaperInput> = {}): PaperInput => ({
  kind,
  no,
  ...more,
})
const all = (): Record<string, { input: PaperInput; zh: string[]; en: string[] }> => ({
  'notice-of-task': {
    input: paper('task-notice', `T${at.task.no}`),
    zh: [
      '交办通知',
      '救助司：',
      '《关于印发〈救助方案〉的通知》（民发〔2020〕18号）',
      '工作方案',
      '2020年4月13日前签收',
      '2020年4月10日',
    ],
    en: ['Notice of assignment', 'To: relief', 'Acknowledge by 13 Apr 2020', 'Expected result'],
  },
  'notice-of-unit': {
    input: paper('task-notice', `D${at.directive.no}`, { unit: 'relief' }),
    zh: ['下列 2 项任务', '（一）T', '（二）T', '扩大救助覆盖', '抓实机构防控'],
    en: ['2 tasks are assigned', '(1) T', '(2) T'],
  },
  sheet: {
    input: paper('task-sheet', `T${at.task.no}`),
    zh: [
      '督办事项单',
      '要扩大救助覆盖，救助司于4月底前提出办法。',
      '牵头单位',
      '谁欠什么',
      '自报 0%，核实 0%',
      '截至 2020-04-10 10:00',
    ],
    en: ['Task sheet', 'Who owes what', '0% claimed, 0% verified', 'As of 2020-04-10 10:00'],
  },
  slip: {
    input: paper('urge-slip', String(at.slipNo)),
    zh: ['催办单（一级）', '请说明进展。', '2020年4月14日前书面答复', '方案已成稿。'],
    en: ['Urge slip (level one)', 'Answer in writing by 14 Apr 2020'],
  },
  statement: {
    input: paper('statement', String(at.statementNo)),
    zh: [
      '责任状',
      '为落实《关于印发〈救助方案〉的通知》（民发〔2020〕18号）要求，救助司承担下列 2 项任务',
      '成果：工作方案',
      '2020年6月30日',
      '单位负责人 某relief-head（电子签名，密码核验）',
      '某leader（电子签名，密码核验）',
      '已生效。所签内容 SHA-256：',
    ],
    en: [
      'Responsibility statement',
      'relief answers for the following 2 tasks',
      'Head of the unit: relief-head (electronic signature, confirmed by password)',
      'version 1. Status: In force. SHA-256 of what is signed: ',
    ],
  },
  list: {
    input: paper('task-list', `D${at.directive.no}`),
    zh: ['任务分解表', '文号：民发〔2020〕18号。共 2 项', '扩大救助覆盖', '抓实机构防控'],
    en: ['List of tasks', 'Document number: 民发〔2020〕18号'],
  },
  'notices-of-chosen': {
    input: paper('task-notices', OF_LEDGER, { query: `view=all&no=T${at.task.no}` }),
    zh: ['交办通知', '救助司：', 'elderly：'.replace('elderly', '养老司'), '扩大救助覆盖'],
    en: ['To: relief', 'To: elderly'],
  },
  report: {
    input: paper('report', `T${at.task.no}`, { report: at.reportId }),
    zh: [
      '办理情况报告',
      '督查办：',
      '部署的“扩大救助覆盖”',
      '一、办理情况',
      '首批已完成。',
      '二、下一步安排',
      '附件：',
      '工作方案.pdf',
      '单位负责人',
    ],
    en: ['Report', 'To: office', '1. What was done', 'Evidence: ', 'electronic signature'],
  },
  evidence: {
    input: paper('evidence-list', `T${at.task.no}`),
    zh: [
      '佐证清单',
      `事项：T${at.task.no} 扩大救助覆盖。佐证材料共 2 件`,
      '工作方案.pdf',
      '救助司第 1 次、救助司第 2 次',
      `${'ab'.repeat(16)} ${'ab'.repeat(16)}`,
      '民救函〔2020〕5号',
    ],
    en: ['List of evidence', '2 pieces of evidence', 'relief, no. 1, relief, no. 2', 'SHA-256'],
  },
  'ledger-in-groups': {
    input: paper('task-ledger', OF_LEDGER, { query: `view=all&directive=D${at.directive.no}&group=status` }),
    zh: ['待签收：1 项', '办理中：1 项', '合计：2 项', '扩大救助覆盖', '抓实机构防控'],
    en: ['Total: 2 tasks'],
  },
  'ledger-of-chosen': {
    input: paper('task-ledger', OF_LEDGER, { query: `view=all&no=T${at.task.no}` }),
    zh: ['任务台账', `所选事项：T${at.task.no}`, '共 1 项', '扩大救助覆盖', '截至 2020-04-10 10:00'],
    en: [`Selected tasks: T${at.task.no}`, '1 task'],
  },
})

async function filesOf(account: string): Promise<Record<string, Uint8Array>> {
  const ctx = await ctxOf(account)
  const files: Record<string, Uint8Array> = {}
  for (const language of LANGUAGES)
    for (const [name, { input }] of Object.entries(all()))
      files[`${name}-${language}.docx`] = await renderDocx(await makePaper(ctx, input, language))
  return files
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('every kind of paper', () => {
  test('is read by another library as it was meant, in both languages', { timeout: 120_000 }, async () => {
    const files = await filesOf('officer')
    for (const [name, { zh, en }] of Object.entries(all()))
      for (const [language, wanted] of [
        ['zh-CN', zh],
        ['en', en],
      ] as const) {
        const { value, messages } = await mammoth.extractRawText({
          buffer: Buffer.from(files[`${name}-${language}.docx`] ?? []),
        })
        for (const words of wanted) expect(flat(value), `${name} ${language}`).toContain(words)
        expect(messages.filter((one) => one.type === 'error')).toEqual([])
      }
  })

  // Where no office program is installed the library above is the only reader.
  test.runIf(SOFFICE !== null)(
    'is read by an office program too',
    async () => {
      const texts = await convertAll(await filesOf('officer'), 'txt')
      for (const [name, { zh, en }] of Object.entries(all()))
        for (const [language, wanted] of [
          ['zh-CN', zh],
          ['en', en],
        ] as const)
          for (const words of wanted)
            expect(
              flat(texts[`${name}-${language}.docx`]?.toString('utf8') ?? ''),
              `${name} ${language}`,
            ).toContain(words)
    },
    180_000,
  )
})

describe('who takes which paper', () => {
  const codeOf = async (account: string, input: PaperInput) => {
    try {
      await makePaper(await ctxOf(account), input, 'zh-CN')
      return 'made'
    } catch (error) {
      return isFailure(error) ? error.kind : error
    }
  }

  test('readers of everything take all of them; administrators none', async () => {
    for (const { input } of Object.values(all())) {
      for (const account of ['leader', 'office-head', 'officer', 'inspector'])
        expect(await codeOf(account, input)).toBe('made')
      for (const account of ['sysadmin', 'secadmin', 'auditor'])
        expect(await codeOf(account, input)).toBe('forbidden')
    }
  })

  test('a unit takes its own; what it may not read does not exist', async () => {
    const ofElderly = paper('task-notice', `T${at.task.no}`, { part: at.parts.elderly })
    const ofRelief = paper('task-notice', `T${at.task.no}`, { part: at.parts.relief })
    expect(await codeOf('elderly-head', ofElderly)).toBe('made')
    // A supporter knows of the lead only that it leads and how far it is.
    expect(await codeOf('elderly-head', ofRelief)).toBe('not_found')
    expect(
      await codeOf('elderly-head', paper('task-notice', `D${at.directive.no}`, { unit: 'relief' })),
    ).toBe('not_found')
    expect(await codeOf('elderly-head', paper('urge-slip', String(at.slipNo)))).toBe('not_found')
    expect(await codeOf('elderly-head', paper('report', `T${at.task.no}`, { report: at.reportId }))).toBe(
      'not_found',
    )
    expect(await codeOf('officer', paper('report', `T${at.task.no}`))).toBe('not_found')
    for (const { input } of Object.values(all()))
      expect(await codeOf('children-head', input)).toBe('not_found')
  })

  test('a supporter’s list of the directive has its own task alone', async () => {
    const list = await makePaper(
      await ctxOf('elderly-head'),
      paper('task-list', `D${at.directive.no}`),
      'zh-CN',
    )
    const text = JSON.stringify(list)
    expect(text).toContain('扩大救助覆盖')
    expect(text).not.toContain('抓实机构防控')
    expect(
      (await listNoticeUnits(await ctxOf('elderly-head'), at.directive.id)).map((one) => one.code),
    ).toEqual(['elderly'])
    expect(
      (await listNoticeUnits(await ctxOf('officer'), at.directive.id)).map((one) => one.code).sort(),
    ).toEqual(['elderly', 'relief'])
  })

  test('the notices of several tasks are one document: a unit has one notice of a directive, with all its tasks', async () => {
    const query = 'view=all'
    const ctx = await ctxOf('officer')
    const both = await makePaper(ctx, paper('task-notices', OF_LEDGER, { query }), 'zh-CN')
    expect(both.further).toHaveLength(1)
    expect(JSON.stringify(both.blocks)).toContain('下列 2 项任务')
    const own = await makePaper(
      await ctxOf('elderly-head'),
      paper('task-notices', OF_LEDGER, { query }),
      'zh-CN',
    )
    expect(own.further).toBeUndefined()
    expect(JSON.stringify(own)).not.toContain('抓实机构防控')
  })

  test('an address that names nothing is no paper', async () => {
    expect(paperSchema.safeParse({ kind: 'sheet', no: 'T1' }).success).toBe(false)
    expect(paperSchema.safeParse({ kind: 'task-sheet', no: 'T1 OR 1' }).success).toBe(false)
    expect(paperSchema.safeParse({ kind: 'task-sheet', no: 'ledger' }).success).toBe(false)
    expect(paperSchema.safeParse({ kind: 'task-ledger', no: 'T1' }).success).toBe(false)
    expect(await codeOf('officer', paper('task-sheet', 'T999999999'))).toBe('not_found')
    const none = { query: 'no=T999999999' }
    expect(await codeOf('officer', paper('task-notices', OF_LEDGER, none))).toBe('not_found')
    expect(await codeOf('officer', paper('task-ledger', OF_LEDGER, none))).toBe('not_found')
  })
})

test('an officer who takes a paper is recorded, with the checksum of the file', async () => {
  const { db } = await testWorld()
  const file = await runAs('officer', exportPaper, {
    ...paper('task-sheet', `T${at.task.no}`),
    locale: 'zh-CN' as const,
  })
  expect(file.name).toBe(`督办事项单-T${at.task.no}-扩大救助覆盖.docx`)
  expect((await auditOf(at.task.id)).at(-1)).toBe('record.exported')
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { entityId: at.task.id, event: 'record.exported' },
    include: { value: true },
  })
  expect(entry.value?.after).toMatchObject({ paper: 'task-sheet', format: 'docx' })
  expect((entry.value?.after as { checksum: string }).checksum).toMatch(/^[0-9a-f]{64}$/)
})
