import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/server/env'
import { attachEvidence } from '@/server/reports/attach-evidence'
import { attachReference } from '@/server/reports/attach-reference'
import { detachEvidence } from '@/server/reports/detach-evidence'
import { evidenceResponse } from '@/server/reports/evidence-response'
import { fileReport } from '@/server/reports/file-report'
import { openEvidence } from '@/server/reports/open-evidence'
import { reuseEvidence } from '@/server/reports/reuse-evidence'
import { submitReport } from '@/server/reports/submit-report'
import { uploadEvidence } from '@/server/reports/upload-evidence'
import { auditOf, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const PDF = new TextEncoder().encode('%PDF-1.7 会议纪要')
const JPEG = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe1, 0x00, 0x0e, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x47, 0x50, 0x53, 0x33, 0x39, 0x4e, 0xff,
  0xdb, 0x00, 0x04, 1, 2, 0xff, 0xda, 0x00, 0x04, 1, 2, 0x11, 0x22, 0xff, 0xd9,
])

let task: Awaited<ReturnType<typeof buildDispatchedTask>>
let assignmentId: string
beforeEach(async () => {
  task = await buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'elderly', data: working },
    ],
    {
      status: 'in_progress',
    },
  )
  const { org } = await testWorld()
  assignmentId = task.assignments.find((one) => one.unitId === org.unitIds.relief)?.id ?? ''
})

async function* inPieces(bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}
async function upload(
  name: string,
  bytes: Uint8Array,
  { account = 'relief-liaison', key }: { account?: string; key?: string } = {},
) {
  const input = await uploadEvidence(
    await ctxOf(account),
    { assignmentId, name, size: bytes.length },
    inPieces(bytes),
  )
  return runAs(account, attachEvidence, input, { key })
}
const open = (account: string, evidenceId: string, download = false) =>
  runAs(account, openEvidence, { evidenceId, download })
/** Files a report of the assignment and has it signed, so that its evidence leaves the unit. */
async function send(version: number) {
  const filed = {
    kind: 'progress' as const,
    claimedProgress: 20,
    done: '已办',
    nextStep: '',
    nextStepOn: '',
    difficulty: '',
    helpNeeded: '',
  }
  await runAs('relief-liaison', fileReport, { ...filed, assignmentId, version, sameSeen: false })
  const { db } = await testWorld()
  const report = await db.report.findFirstOrThrow({ where: { assignmentId }, orderBy: { seq: 'desc' } })
  await runAs('relief-head', submitReport, { reportId: report.id, version: report.version })
}
async function pieces() {
  const { db } = await testWorld()
  return db.reportEvidence.count({ where: { report: { assignmentId } } })
}

describe('attaching a file', () => {
  test('a liaison uploads one: it hangs on the draft, which it makes, and is recorded with its hash', async () => {
    const { piece, reportId, repeated } = await upload('会议纪要.pdf', PDF)
    expect(piece).toMatchObject({ name: '会议纪要.pdf', mime: 'application/pdf', size: PDF.length })
    expect(repeated).toBe(false)
    const { db, org } = await testWorld()
    expect(await db.evidence.findUniqueOrThrow({ where: { id: piece.id } })).toMatchObject({
      unitId: org.unitIds.relief,
      uploadedById: org.personIds['relief-liaison'],
    })
    expect(await auditOf(piece.id)).toEqual(['evidence.attached'])
    expect(await auditOf(reportId)).toEqual(['report.drafted'])
  })

  test('the same content twice on one report is one piece, and the same request twice acts once', async () => {
    const key = crypto.randomUUID()
    const first = await upload('a.pdf', PDF, { key })
    expect(await upload('a.pdf', PDF, { key })).toEqual(first)
    expect(await upload('again.pdf', PDF)).toMatchObject({ piece: { id: first.piece.id }, repeated: true })
    expect(await pieces()).toBe(1)
    expect(await auditOf(first.piece.id)).toEqual(['evidence.attached'])
  })

  test('several at once on a report not begun yet: one draft, every file on it', async () => {
    const files = ['一', '二', '三'].map((name) =>
      upload(`${name}.txt`, new TextEncoder().encode(`内容${name}`)),
    )
    const done = await Promise.all(files)
    expect(new Set(done.map((one) => one.reportId)).size).toBe(1)
    expect(await pieces()).toBe(3)
  })

  test('a photograph is stored without the place where it was taken', async () => {
    const { piece } = await upload('现场.jpg', JPEG)
    const { file } = await open('relief-liaison', piece.id)
    const sha = file?.sha256 ?? ''
    const stored = await readFile(
      path.join(env().LUOSHI_DATA_DIR, 'files', sha.slice(0, 2), sha.slice(2, 4), sha),
    )
    expect(stored.includes('GPS')).toBe(false)
    expect(stored.subarray(-4)).toEqual(Buffer.from([0x11, 0x22, 0xff, 0xd9]))
  })

  test.each([
    ['page.txt', new TextEncoder().encode('<!DOCTYPE html><script>'), 'evidence.active_content'],
    ['run.pdf', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'evidence.type_not_allowed'],
    ['photo.png', PDF, 'evidence.content_differs_from_name'],
    ['empty.txt', new Uint8Array(), 'evidence.empty'],
    [' ', PDF, 'evidence.name_missing'],
  ])('%s is refused by what it is', async (name, bytes, code) => {
    await expect(upload(name, bytes)).rejects.toMatchObject({ kind: 'refused', code })
    expect(await pieces()).toBe(0)
  })

  test('a file over the limit is refused, by what is said of its size or by what comes', async () => {
    const ctx = await ctxOf('relief-liaison')
    const small = { ...ctx, settings: { ...ctx.settings, evidenceMegabytes: 1 } }
    const big = new Uint8Array(1_048_577).fill(65)
    const input = { assignmentId, name: 'big.txt' }
    const tooLarge = { code: 'evidence.too_large', params: { megabytes: 1 } }
    await expect(
      uploadEvidence(small, { ...input, size: big.length }, inPieces(big, 65536)),
    ).rejects.toMatchObject(tooLarge)
    await expect(uploadEvidence(small, { ...input, size: null }, inPieces(big, 65536))).rejects.toMatchObject(
      {
        code: 'file.too_large',
      },
    )
  })

  test('one piece more than the settings allow is refused', async () => {
    const { settings } = await ctxOf('officer')
    for (let i = 0; i < settings.evidenceFiles; i++)
      await upload(`${i}.txt`, new TextEncoder().encode(`no ${i}`))
    const full = { code: 'evidence.too_many', params: { max: settings.evidenceFiles } }
    await expect(upload('more.pdf', PDF)).rejects.toMatchObject(full)
    await expect(
      runAs('relief-liaison', attachReference, { assignmentId, reference: '民函〔2020〕9号', name: '' }),
    ).rejects.toMatchObject(full)
  })

  test('another unit of the task may not, a stranger learns nothing, and nothing hangs on a report that was sent', async () => {
    await expect(upload('a.pdf', PDF, { account: 'elderly-liaison' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(upload('a.pdf', PDF, { account: 'children-head' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(upload('a.pdf', PDF, { account: 'officer' })).rejects.toMatchObject({ kind: 'forbidden' })
    const { version } = await upload('a.pdf', PDF)
    await send(version)
    await expect(upload('late.txt', new TextEncoder().encode('late'))).rejects.toMatchObject({
      code: 'report.awaits_review',
    })
  })
})

describe('evidence that needs no upload', () => {
  test('a reference is kept as written, once', async () => {
    const input = { assignmentId, reference: '民函〔2020〕9号', name: '' }
    const { piece } = await runAs('relief-liaison', attachReference, input)
    expect(piece).toMatchObject({ kind: 'reference', name: '民函〔2020〕9号', size: null })
    expect(await runAs('relief-liaison', attachReference, input)).toMatchObject({ repeated: true })
    expect(await auditOf(piece.id)).toEqual(['evidence.attached'])
    const answer = await evidenceResponse(await open('relief-head', piece.id), false)
    expect(await answer.text()).toBe('民函〔2020〕9号')
  })

  test('what the unit gave before is used again; what another unit gave does not exist', async () => {
    const { piece } = await upload('a.pdf', PDF)
    await runAs('relief-liaison', detachEvidence, { assignmentId, evidenceId: piece.id })
    expect(await pieces()).toBe(0)
    const again = { assignmentId, evidenceId: piece.id }
    expect(await runAs('relief-liaison', reuseEvidence, again)).toMatchObject({
      repeated: false,
      piece: { id: piece.id },
    })
    expect(await runAs('relief-liaison', reuseEvidence, again)).toMatchObject({ repeated: true })
    expect(await auditOf(piece.id)).toEqual(['evidence.attached', 'evidence.detached', 'evidence.attached'])
    const { org } = await testWorld()
    const elderly = task.assignments.find((one) => one.unitId === org.unitIds.elderly)?.id ?? ''
    await expect(
      runAs('elderly-liaison', reuseEvidence, { assignmentId: elderly, evidenceId: piece.id }),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('taking a piece off twice is recorded once; another unit may not', async () => {
    const { piece } = await upload('a.pdf', PDF)
    const at = { assignmentId, evidenceId: piece.id }
    await expect(runAs('elderly-head', detachEvidence, at)).rejects.toMatchObject({ kind: 'forbidden' })
    await runAs('relief-head', detachEvidence, at)
    await runAs('relief-head', detachEvidence, at)
    expect(await auditOf(piece.id)).toEqual(['evidence.attached', 'evidence.detached'])
  })
})

describe('opening evidence', () => {
  test('on a draft it is the unit’s own; sent, the office reads it too, and other units never', async () => {
    const { piece, version } = await upload('会议 纪要.pdf', PDF)
    expect((await open('relief-head', piece.id)).name).toBe('会议 纪要.pdf')
    for (const account of ['officer', 'leader', 'elderly-head', 'children-head', 'sysadmin', 'auditor'])
      await expect(open(account, piece.id)).rejects.toMatchObject({ kind: 'not_found' })
    await send(version)
    for (const account of ['officer', 'leader', 'inspector'])
      expect((await open(account, piece.id)).file).not.toBeNull()
    // A supporter does not read the lead's reports.
    for (const account of ['elderly-head', 'children-head', 'sysadmin', 'auditor'])
      await expect(open(account, piece.id)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(open('officer', crypto.randomUUID())).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('is recorded once per person, a download each time', async () => {
    const { piece, version } = await upload('a.pdf', PDF)
    await send(version)
    await open('officer', piece.id)
    await open('officer', piece.id)
    await open('officer', piece.id, true)
    await open('officer2', piece.id)
    const opened = ['evidence.opened', 'evidence.downloaded', 'evidence.opened']
    expect(await auditOf(piece.id)).toEqual(['evidence.attached', ...opened])
    const { db } = await testWorld()
    expect(await db.evidenceView.count({ where: { evidenceId: piece.id } })).toBe(2)
  })

  test('is answered so that nothing in it can run: type fixed, sandboxed, name in any language', async () => {
    const { piece } = await upload('说明.txt', new Uint8Array([0xc3, 0xf1, 0xd5, 0xfe]))
    const shown = await evidenceResponse(await open('relief-liaison', piece.id), false)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'text/plain; charset=gb18030',
      'content-length': '4',
      'content-disposition': expect.stringContaining(
        'inline; filename="__.txt"; filename*=UTF-8\'\'%E8%AF%B4%E6%98%8E.txt',
      ),
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
    })
    expect([...new Uint8Array(await shown.arrayBuffer())]).toEqual([0xc3, 0xf1, 0xd5, 0xfe])
    const saved = await evidenceResponse(await open('relief-liaison', piece.id), true)
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
    await saved.body?.cancel()
  })
})
