import { beforeAll, describe, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { fromLocalDate } from '@/server/dates'
import { listDecisions } from '@/server/notifications/list-decisions'
import { listDuties } from '@/server/notifications/list-duties'
import { changeDueDate } from '@/server/tasks/change-due-date'
import { auditOf, buildDirective, buildDispatchedTask, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { codeShown, withTwoStep } from '@/tests/second-factor'
import { armPasswords, PASSWORD, statementIn } from '@/tests/state-builders'
import { countersignStatement } from './countersign-statement'
import { createStatements } from './create-statements'
import { getStatement } from './get-statement'
import { listStatements } from './list-statements'
import { sendStatementBack } from './send-statement-back'
import { signStatement } from './sign-statement'

beforeAll(armPasswords)

const working = { status: 'in_progress' as const, acknowledgedAt: NOW }
const signing = (account: string, { id, version }: { id: string; version: number }, more: object = {}) => ({
  statementId: id,
  version,
  read: 'on' as const,
  name: account,
  password: PASSWORD,
  ...more,
})
const codeOf = async (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error: unknown) => (isFailure(error) ? error.code : String(error)),
  )
const unitOf = async (code: string) => (await testWorld()).org.unitIds[code] ?? ''

/** A directive with a task of the relief bureau (the elderly bureau supports it) and one of the elderly bureau alone. */
async function directiveAtWork() {
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
  const first = await buildDispatchedTask(
    [
      { unit: 'relief', data: working },
      { unit: 'elderly', data: working },
      { unit: 'finance', part: 'supporting' },
    ],
    { directiveId: directive.id, title: '扩大救助覆盖', status: 'in_progress', expectedResult: '工作方案' },
  )
  await buildDispatchedTask([{ unit: 'elderly', data: working }], {
    directiveId: directive.id,
    status: 'in_progress',
    sort: 1,
  })
  return { directive, first }
}
async function drawUp(directiveId: string, ...codes: string[]) {
  const { db } = await testWorld()
  const unitIds = await Promise.all(codes.map(unitOf))
  await runAs('officer', createStatements, { directiveId, unitIds })
  return db.statement.findMany({ where: { directiveId, unitId: { in: unitIds } }, orderBy: { no: 'asc' } })
}
const fresh = async (id: string) => (await testWorld()).db.statement.findUniqueOrThrow({ where: { id } })

describe('a statement from drawing up to being in force', () => {
  test('the office draws it up from what is assigned, the head signs, the leader countersigns', async () => {
    const { directive } = await directiveAtWork()
    const list = await listStatements(await ctxOf('officer'), directive.id)
    expect(list.choices.map(({ name, tasks }) => `${name} ${tasks}`).sort()).toEqual(['养老司 2', '救助司 1'])
    const [made] = await drawUp(directive.id, 'relief')
    if (!made) throw new Error('none was made')
    const head = await listDuties(await ctxOf('relief-head'), { limit: 50 })
    expect(head.rows.find((row) => row.reportId === made.id)).toMatchObject({
      kind: 'sign_statement',
      statement: { no: made.no, tasks: 1 },
    })
    expect(await runAs('relief-head', signStatement, signing('relief-head', made))).toEqual({
      kind: 'signed',
      statementNo: made.no,
    })
    const decisions = await listDecisions(await ctxOf('leader'), 50)
    expect(decisions.find((row) => row.record_id === made.id)?.statement).toMatchObject({
      no: made.no,
      by: { name: '某relief-head' },
    })
    await runAs('leader', countersignStatement, signing('leader', await fresh(made.id)))
    const page = await getStatement(await ctxOf('relief-liaison'), made.no)
    expect(page).toMatchObject({ status: 'in_force', intact: true, differences: [], events: [] })
    expect(page.content.tasks).toMatchObject([{ title: '扩大救助覆盖', part: 'lead', dueOn: '2020-06-30' }])
    expect(await auditOf(made.id)).toEqual([
      'statement.drawn_up',
      'statement.signed',
      'statement.countersigned',
    ])
  })

  test('no password stands anywhere in the record', async () => {
    const { db } = await testWorld()
    const values = await db.auditValue.findMany({ where: { entry: { entity: 'statement' } } })
    expect(values.length).toBeGreaterThan(0)
    expect(JSON.stringify(values)).not.toContain(PASSWORD)
    const receipts = await db.commandReceipt.findMany()
    expect(JSON.stringify(receipts)).not.toContain(PASSWORD)
  })

  test('one that says what holds already is not drawn up again; sent back, it may be', async () => {
    const { directive } = await directiveAtWork()
    const [made] = await drawUp(directive.id, 'relief')
    const again = { directiveId: directive.id, unitIds: [await unitOf('relief')] }
    expect(await codeOf(runAs('officer', createStatements, again))).toBe('statement.nothing_new')
    const back = { statementId: made?.id ?? '', version: 1, reason: '责任人写错' }
    await runAs('relief-head', sendStatementBack, back)
    const office = await listDuties(await ctxOf('officer'), { limit: 100 })
    expect(office.rows.find((row) => row.reportId === made?.id)).toMatchObject({
      kind: 'redraw_statement',
      reason: '责任人写错',
    })
    await runAs('officer', createStatements, again)
    const later = await listDuties(await ctxOf('officer'), { limit: 100 })
    expect(later.rows.some((row) => row.reportId === made?.id)).toBe(false)
  })

  test('a unit without work of its own, or without accounts, has none', async () => {
    const { directive } = await directiveAtWork()
    for (const code of ['children', 'finance']) {
      const input = { directiveId: directive.id, unitIds: [await unitOf(code)] }
      expect(await codeOf(runAs('officer', createStatements, input))).toBe('statement.no_tasks')
    }
  })
})

describe('when the facts move on', () => {
  async function moved(dueOn: string, statementOf: 'signed' | 'in_force') {
    const { directive, first } = await directiveAtWork()
    const [made] = await drawUp(directive.id, 'relief')
    if (!made) throw new Error('none was made')
    await runAs('relief-head', signStatement, signing('relief-head', made))
    if (statementOf === 'in_force')
      await runAs('leader', countersignStatement, signing('leader', await fresh(made.id)))
    const { version } = await (
      await testWorld()
    ).db.task.findUniqueOrThrow({ where: { id: first.id }, select: { version: true } })
    await runAs('leader', changeDueDate, { taskId: first.id, version, dueOn, reason: '部务会议定' })
    return { directive, made: await fresh(made.id) }
  }

  test('what is not in force can no longer be countersigned; the page names the date on both sides', async () => {
    const { made } = await moved('2020-07-31', 'signed')
    expect(await codeOf(runAs('leader', countersignStatement, signing('leader', made)))).toBe(
      'statement.facts_changed',
    )
    const page = await getStatement(await ctxOf('leader'), made.no)
    expect(page.blocked).toBe('changed')
    expect(page.differences).toMatchObject([
      { kind: 'changed', field: 'due', was: { dueOn: '2020-06-30' }, now: { dueOn: '2020-07-31' } },
    ])
  })

  test('one in force stays as signed until the next is countersigned, which supersedes it', async () => {
    const { directive, made } = await moved('2020-07-31', 'in_force')
    const list = await listStatements(await ctxOf('officer'), directive.id)
    expect(list.units).toMatchObject([{ no: made.no, status: 'in_force', differences: 1 }])
    expect(list.choices.find((one) => one.name === '救助司')).toMatchObject({ again: true })
    const next = (await drawUp(directive.id, 'relief')).at(-1)
    if (!next) throw new Error('none was made')
    expect(next.seq).toBe(2)
    await runAs('relief-head', signStatement, signing('relief-head', next))
    expect((await fresh(made.id)).status).toBe('in_force')
    await runAs('leader', countersignStatement, signing('leader', await fresh(next.id)))
    expect(await fresh(made.id)).toMatchObject({ status: 'superseded', contentHash: made.contentHash })
    expect((await auditOf(made.id)).at(-1)).toBe('statement.superseded')
  })

  test('the database keeps what was signed', async () => {
    const { db } = await testWorld()
    const { id } = await statementIn('in_force')
    await expect(db.statement.update({ where: { id }, data: { content: {} } })).rejects.toThrow()
    await expect(db.statement.delete({ where: { id } })).rejects.toThrow()
  })
})

describe('who one is, asked again', () => {
  test('a wrong password is an answer, counted with those at the door, and locks there too', async () => {
    const { db, org } = await testWorld()
    const made = await statementIn('awaiting_signature')
    const wrong = signing('relief-head', made, { password: 'not it' })
    for (const triesLeft of [4, 3, 2, 1])
      expect(await runAs('relief-head', signStatement, wrong)).toEqual({
        kind: 'wrong',
        how: 'password',
        triesLeft,
      })
    expect(await runAs('relief-head', signStatement, wrong)).toMatchObject({ kind: 'locked' })
    expect(await runAs('relief-head', signStatement, signing('relief-head', made))).toMatchObject({
      kind: 'locked',
    })
    expect((await fresh(made.id)).status).toBe('awaiting_signature')
    const events = await auditOf(org.personIds['relief-head'] ?? '')
    expect(events.filter((event) => event === 'session.identity_failed')).toHaveLength(5)
    expect(events).toContain('session.locked')
    await db.signInThrottle.deleteMany()
    expect(await runAs('relief-head', signStatement, signing('relief-head', made))).toMatchObject({
      kind: 'signed',
    })
    expect(await db.signInThrottle.count({ where: { failures: { gt: 0 } } })).toBe(0)
  })

  test('a code of the second step will do where one is set up, once; page and record say which it was', async () => {
    const { db, org } = await testWorld()
    const made = await statementIn('awaiting_signature')
    const no = (await fresh(made.id)).no
    expect((await getStatement(await ctxOf('relief-head'), no)).byCode).toBe(false)
    const code = signing('relief-head', made, { password: '123456' })
    expect(await runAs('relief-head', signStatement, code)).toMatchObject({ kind: 'wrong', how: 'password' })
    await withTwoStep('relief-head')
    expect((await getStatement(await ctxOf('relief-head'), no)).byCode).toBe(true)
    const right = signing('relief-head', made, { password: await codeShown('relief-head') })
    expect(await runAs('relief-head', signStatement, { ...right, password: '000 000' })).toMatchObject({
      kind: 'wrong',
      how: 'totp',
    })
    expect(await runAs('relief-head', signStatement, right)).toMatchObject({ kind: 'signed' })
    expect(await fresh(made.id)).toMatchObject({ signedHow: 'totp', countersignedHow: null })
    const signed = await db.auditEntry.findFirstOrThrow({
      where: { entityId: made.id, event: 'statement.signed' },
      include: { value: true },
    })
    expect(signed.value?.after).toMatchObject({ how: 'totp' })
    await runAs('leader', countersignStatement, signing('leader', await fresh(made.id)))
    expect(await fresh(made.id)).toMatchObject({ signedHow: 'totp', countersignedHow: 'password' })
    const other = await statementIn('awaiting_signature')
    const again = { ...right, statementId: other.id, version: other.version }
    expect(await runAs('relief-head', signStatement, again)).toMatchObject({ kind: 'wrong', how: 'totp' })
    await expect(
      db.statement.update({ where: { id: made.id }, data: { signedHow: 'password' } }),
    ).rejects.toThrow()
    await db.secondFactor.deleteMany({ where: { personId: org.personIds['relief-head'] } })
    await db.signInThrottle.deleteMany()
  })

  test('the name must be one’s own, in either language', async () => {
    const made = await statementIn('awaiting_signature')
    const other = signing('relief-head', made, { name: '某leader' })
    expect(await codeOf(runAs('relief-head', signStatement, other))).toBe('form.invalid')
    const own = signing('relief-head', made, { name: '某 RELIEF-head' })
    expect(await codeOf(runAs('relief-head', signStatement, own))).toBe('done')
  })
})

describe('two at once, and too late', () => {
  test('of two signatures at the same moment one stands, the other is a conflict', async () => {
    const made = await statementIn('awaiting_signature')
    const both = await Promise.all(
      [1, 2].map(() => codeOf(runAs('relief-head', signStatement, signing('relief-head', made)))),
    )
    expect(both.sort()).toEqual(['common.stale', 'done'])
    expect((await auditOf(made.id)).filter((event) => event === 'statement.signed')).toHaveLength(1)
  })

  test('of a signature and a withdrawal at the same moment one stands', async () => {
    const { directive, first } = await directiveAtWork()
    const [made] = await drawUp(directive.id, 'relief')
    if (!made) throw new Error('none was made')
    const { db } = await testWorld()
    await db.assignment.updateMany({
      where: { taskId: first.id },
      data: { dueOn: fromLocalDate('2020-07-01') },
    })
    const sign = codeOf(runAs('relief-head', signStatement, signing('relief-head', made)))
    const anew = { directiveId: directive.id, unitIds: [made.unitId] }
    const draw = codeOf(runAs('officer', createStatements, anew))
    expect(['statement.facts_changed', 'common.stale']).toContain(await sign)
    expect(await draw).toBe('done')
    expect((await fresh(made.id)).status).toBe('withdrawn')
  })

  test('a version that somebody changed is refused', async () => {
    const made = await statementIn('awaiting_countersignature')
    const stale = signing('leader', { ...made, version: 0 })
    expect(await codeOf(runAs('leader', countersignStatement, stale))).toBe('common.stale')
  })
})

describe('who knows of it', () => {
  test('leaders, office and discipline read all, a unit its own; to others it does not exist', async () => {
    const made = await statementIn('awaiting_signature')
    const read = async (account: string) => codeOf(getStatement(await ctxOf(account), made.no))
    for (const account of ['leader', 'office-head', 'officer', 'inspector', 'relief-head', 'relief-liaison'])
      expect([account, await read(account)]).toEqual([account, 'done'])
    for (const account of ['elderly-head', 'north-head', 'sysadmin', 'auditor'])
      expect([account, await read(account)]).toEqual([account, 'common.not_found'])
    const stranger = runAs('elderly-head', signStatement, signing('elderly-head', made))
    expect(await codeOf(stranger)).toBe('common.not_found')
  })

  test('a supporter sees its own in the list of the directive, not the lead’s', async () => {
    const { directive } = await directiveAtWork()
    await drawUp(directive.id, 'relief', 'elderly')
    const names = async (account: string) =>
      (await listStatements(await ctxOf(account), directive.id)).units.map((one) => one.unit.name)
    expect(await names('elderly-head')).toEqual(['养老司'])
    expect(await names('officer')).toEqual(['救助司', '养老司'])
  })

  test('the countersignature follows the portfolio', async () => {
    const { db, org } = await testWorld()
    const made = await statementIn('awaiting_countersignature')
    const asked = async () =>
      (await listDecisions(await ctxOf('leader'), 100)).some((row) => row.record_id === made.id)
    expect(await asked()).toBe(true)
    const other = await db.person.create({
      data: {
        account: 'leader2',
        name: '某leader2',
        nameEn: 'leader2',
        grants: {
          create: {
            unitId: org.unitIds.ministry ?? '',
            role: 'leader',
            validFromOn: new Date('2018-01-01T00:00:00Z'),
          },
        },
      },
    })
    await db.portfolioUnit.create({ data: { personId: other.id, unitId: made.unitId } })
    expect(await asked()).toBe(false)
  })
})
