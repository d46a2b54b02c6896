import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import type { Db } from '@/server/db'
import { listChanges } from '@/server/notifications/list-changes'
import { resetAccount } from '@/server/org/reset-account'
import { signIn, signInAtOnce } from '@/server/org/sign-in'
import { signInByCode } from '@/server/org/sign-in-by-code'
import { getAccount, listAccounts } from '@/server/org/list-accounts'
import { unlockAccount } from '@/server/org/unlock-account'
import { auditOf, ctxOf, NOW, runAs, testWorld } from '@/tests/factories'
import { codeShown, withTwoStep } from '@/tests/second-factor'
import { armPasswords, PASSWORD } from '@/tests/state-builders'
import { getTwoStep } from './get-two-step'
import { addRecoveryCodes, keepRecoveryCodes } from './recovery-codes'
import { open, secretText } from './secret'
import { beginTwoStep, setUpTwoStep } from './set-up-two-step'
import { removeTwoStep, removeTwoStepAtConsole, turnOffTwoStep } from './turn-off-two-step'

let db: Db
let ids: Record<string, string>
const HOME = '10.0.0.7'
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const idOf = (account: string) => ids[account] ?? ''
const failed = async (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (isFailure(error) ? (error.fields?.[0]?.code ?? error.code) : String(error)),
  )

beforeAll(async () => {
  const world = await testWorld()
  db = world.db
  ids = world.org.personIds
  await armPasswords()
})
beforeEach(async () => {
  await db.signInThrottle.deleteMany()
  await db.recoveryCode.deleteMany()
  await db.signInStep.deleteMany()
  await db.secondFactor.deleteMany()
})

const byPassword = (account: string, now = NOW, password = PASSWORD, address = HOME) =>
  signIn(db, { account, password, address, userAgent: 'Test/1.0' }, now)
const byCode = (stepId: string, code: string, now = NOW, address = HOME) =>
  signInByCode(db, { stepId, code, address, userAgent: 'Test/1.0' }, now)
async function stepOf(account: string, now = NOW, address = HOME): Promise<string> {
  const outcome = await byPassword(account, now, PASSWORD, address)
  if (outcome.kind !== 'code_needed') throw new Error(outcome.kind)
  return outcome.stepId
}
const entry = (event: string) =>
  db.auditEntry.findFirstOrThrow({ where: { event }, orderBy: { id: 'desc' }, include: { value: true } })

describe('setting the second step up', () => {
  test('asks for the password first, and a wrong one is counted as at the door', async () => {
    expect(await runAs('officer', beginTwoStep, { password: 'not it' })).toEqual({
      kind: 'wrong',
      how: 'password',
      triesLeft: 4,
    })
    expect(await db.secondFactor.count()).toBe(0)
    expect((await entry('session.identity_failed')).value?.after).toMatchObject({
      purpose: 'two_step.set_up',
    })
  })

  test('shows the secret to the session that began, for a quarter of an hour, and keeps it sealed', async () => {
    await runAs('officer', beginTwoStep, { password: PASSWORD })
    const shown = await getTwoStep(await ctxOf('officer'), '落实')
    if (shown.state !== 'begun') throw new Error(shown.state)
    const kept = await db.secondFactor.findUniqueOrThrow({ where: { personId: idOf('officer') } })
    const secret = (await open(idOf('officer'), kept.sealedSecret)) ?? ''
    expect(shown.key.replaceAll(' ', '')).toBe(secretText(secret))
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(await open(idOf('leader'), kept.sealedSecret)).toBeNull()
    expect(await getTwoStep(await ctxOf('officer', minutes(16)), '落实')).toEqual({ state: 'off' })
    const ctx = await ctxOf('officer')
    const elsewhere = { ...ctx, actor: { ...ctx.actor, sessionId: crypto.randomUUID() } }
    expect(await getTwoStep(elsewhere, '落实')).toEqual({ state: 'off' })
  })

  test('is not on before a code was right: the password alone still signs in', async () => {
    await runAs('officer', beginTwoStep, { password: PASSWORD })
    expect(await byPassword('officer')).toMatchObject({ kind: 'signed_in' })
    expect(await failed(runAs('officer', setUpTwoStep, { code: '000000' }))).toBe('two_step.code_wrong')
    const late = { now: minutes(16) }
    const code = await codeShown('officer', late.now)
    expect(await failed(runAs('officer', setUpTwoStep, { code }, late))).toBe('two_step.set_up_over')
  })

  test('hands out ten codes until they are kept, ends other sessions, stands in the record, tells the person', async () => {
    const other = await db.session.create({
      data: { personId: idOf('leader'), createdAt: minutes(-60), seenAt: minutes(-60) },
    })
    const codes = await withTwoStep('leader')
    expect(new Set(codes).size).toBe(10)
    const stored = JSON.stringify(await db.recoveryCode.findMany())
    for (const code of codes) expect(stored).not.toContain(code)
    expect((await db.session.findUniqueOrThrow({ where: { id: other.id } })).endReason).toBe(
      'two_step_set_up',
    )
    expect(await auditOf(idOf('leader'))).toContain('account.two_step_set_up')
    expect(
      await db.notification.count({
        where: { personId: idOf('leader'), event: 'account.two_step_set_up' },
      }),
    ).toBe(1)
    expect(await failed(runAs('leader', beginTwoStep, { password: PASSWORD }))).toBe('two_step.on_already')
    await runAs('leader', keepRecoveryCodes, {})
    expect(await getTwoStep(await ctxOf('leader', minutes(-30)), '落实')).toMatchObject({
      state: 'on',
      codes: null,
      codesLeft: 10,
    })
  })

  test('done in the person’s own name it is told all the same: it may have been somebody else', async () => {
    await withTwoStep('inspector')
    const changes = await listChanges(await ctxOf('inspector'), minutes(-60), {})
    expect(changes.rows.map(({ event }) => event)).toEqual(['account.two_step_set_up'])
  })

  test('no secret and no code stands in the record or in a receipt', async () => {
    await runAs('auditor', beginTwoStep, { password: PASSWORD }, { key: 'begin' })
    const code = await codeShown('auditor', NOW)
    await runAs('auditor', setUpTwoStep, { code }, { key: 'set-up' })
    const state = await getTwoStep(await ctxOf('auditor'), '落实')
    const kept = JSON.stringify([
      await db.commandReceipt.findMany(),
      await db.auditValue.findMany({ where: { entry: { entityId: idOf('auditor') } } }),
    ])
    const codes = state.state === 'on' ? (state.codes ?? []) : []
    expect(codes).toHaveLength(10)
    for (const one of [...codes, code, PASSWORD]) expect(kept).not.toContain(one)
  })
})

describe('signing in with a second step', () => {
  test('the password alone opens no session; the code does, and the record says how', async () => {
    await withTwoStep('officer')
    const stepId = await stepOf('officer')
    expect(await db.session.count({ where: { id: stepId } })).toBe(0)
    expect((await entry('session.code_asked')).entityId).toBe(idOf('officer'))
    const outcome = await byCode(stepId, await codeShown('officer', NOW))
    if (outcome.kind !== 'signed_in') throw new Error(outcome.kind)
    expect(await entry('session.started')).toMatchObject({
      actorId: idOf('officer'),
      entityId: outcome.sessionId,
      value: { after: { how: 'totp' } },
    })
    expect(await db.signInThrottle.count({ where: { failures: { gt: 0 } } })).toBe(0)
  })

  test('a code works once, and so does a step', async () => {
    await withTwoStep('officer')
    const [first, second] = [await stepOf('officer'), await stepOf('officer')]
    const code = await codeShown('officer', NOW)
    const both = await Promise.all([byCode(first, code), byCode(second, code)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['signed_in', 'wrong'])
    const used = both[0]?.kind === 'signed_in' ? first : second
    expect(await byCode(used, await codeShown('officer', minutes(1)), minutes(1))).toEqual({ kind: 'over' })
  })

  test('the step is over after five minutes, on a reset, and for an id that nobody has', async () => {
    await withTwoStep('officer')
    const stepId = await stepOf('officer')
    const late = minutes(5.1)
    expect(await byCode(stepId, await codeShown('officer', late), late)).toEqual({ kind: 'over' })
    expect(await byCode(crypto.randomUUID(), '000000')).toEqual({ kind: 'over' })
    await withTwoStep('officer2')
    const other = await stepOf('officer2')
    await runAs('secadmin', resetAccount, { personId: idOf('officer2'), reason: '疑似泄露' })
    expect(await byCode(other, await codeShown('officer2', NOW))).toEqual({ kind: 'over' })
  })

  test('a step takes the codes of its own person only', async () => {
    await withTwoStep('officer')
    await withTwoStep('leader')
    const stepId = await stepOf('officer')
    expect(await byCode(stepId, await codeShown('leader', NOW))).toMatchObject({ kind: 'wrong' })
  })

  test('a recovery code works once, however it is typed, and the record says that it was one', async () => {
    const [code = '', next = ''] = await withTwoStep('officer')
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `
    expect(await byCode(await stepOf('officer'), typed)).toMatchObject({ kind: 'signed_in' })
    expect((await entry('session.started')).value?.after).toEqual({ how: 'recovery' })
    expect(await byCode(await stepOf('officer'), code)).toMatchObject({ kind: 'wrong' })
    expect(await byCode(await stepOf('officer'), next)).toMatchObject({ kind: 'signed_in' })
    expect(await getTwoStep(await ctxOf('officer'), '落实')).toMatchObject({ codesLeft: 8 })
  })

  test('programs send everything at once: without the code nobody gets in, with it they do', async () => {
    await withTwoStep('officer')
    const all = { account: 'officer', password: PASSWORD, address: HOME, userAgent: 'Program' }
    expect(await signInAtOnce(db, { ...all, code: '' }, NOW)).toMatchObject({ kind: 'code_needed' })
    expect(await signInAtOnce(db, { ...all, code: '000000' }, NOW)).toMatchObject({ kind: 'wrong' })
    const code = await codeShown('officer', NOW)
    expect(await signInAtOnce(db, { ...all, password: 'not it', code }, NOW)).toMatchObject({ kind: 'wrong' })
    expect(await signInAtOnce(db, { ...all, code }, NOW)).toMatchObject({ kind: 'signed_in' })
  })
})

describe('guessing the code', () => {
  test('is counted with the passwords: the right password in between buys no more tries', async () => {
    await withTwoStep('officer')
    for (const triesLeft of [4, 3, 2, 1])
      expect(await byCode(await stepOf('officer'), '000000')).toEqual({ kind: 'wrong', triesLeft })
    const stepId = await stepOf('officer')
    expect(await byCode(stepId, '000000')).toEqual({ kind: 'locked', until: minutes(15) })
    expect(await byPassword('officer')).toMatchObject({ kind: 'locked' })
    const code = await codeShown('officer', minutes(1))
    expect(await byCode(stepId, code, minutes(1))).toMatchObject({ kind: 'locked' })
    expect(await auditOf(idOf('officer'))).toEqual(
      expect.arrayContaining(['session.code_failed', 'session.locked']),
    )
  })

  test('from many addresses locks the account’s codes, which the administrator lifts', async () => {
    await withTwoStep('officer')
    const guess = async (address: string, now = NOW) =>
      byCode(await stepOf('officer', now, address), '000000', now, address)
    const key = 'code:officer'
    for (let i = 0; i < 4; i++) await guess('203.0.113.1')
    for (let i = 0; i < 4; i++) await guess('203.0.113.2')
    await guess('203.0.113.3')
    await db.signInThrottle.deleteMany({ where: { key: { not: key } } })
    expect(await guess('203.0.113.3')).toEqual({ kind: 'locked', until: minutes(60) })
    await db.signInThrottle.deleteMany({ where: { key: { not: key } } })
    expect(await byCode(await stepOf('officer'), await codeShown('officer', NOW))).toMatchObject({
      kind: 'locked',
    })
    expect(await getAccount(await ctxOf('secadmin'), 'officer')).toMatchObject({
      lockedUntil: minutes(60).toISOString(),
    })
    await runAs('secadmin', unlockAccount, { personId: idOf('officer'), reason: '本人来电核实' })
    expect(await byCode(await stepOf('officer'), await codeShown('officer', NOW))).toMatchObject({
      kind: 'signed_in',
    })
  })

  test('attempts at the same moment do not pass on one count', async () => {
    await withTwoStep('officer')
    const stepId = await stepOf('officer')
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => byCode(stepId, '000000')))
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(4)
  })
})

describe('changing and ending it', () => {
  test('new recovery codes and turning off ask for the password or a code; then the old ones are void', async () => {
    const [old = ''] = await withTwoStep('officer')
    expect(await runAs('officer', addRecoveryCodes, { password: '000000' })).toEqual({
      kind: 'wrong',
      how: 'totp',
      triesLeft: 4,
    })
    const code = await codeShown('officer', NOW)
    expect(await runAs('officer', addRecoveryCodes, { password: code })).toEqual({
      kind: 'confirmed',
      how: 'totp',
    })
    expect(await runAs('officer', turnOffTwoStep, { password: code })).toMatchObject({ kind: 'wrong' })
    expect(await byCode(await stepOf('officer'), old)).toMatchObject({ kind: 'wrong' })
    const waiting = await stepOf('officer')
    expect(await runAs('officer', turnOffTwoStep, { password: PASSWORD })).toMatchObject({
      kind: 'confirmed',
    })
    expect(await byCode(waiting, '000000')).toEqual({ kind: 'over' })
    expect(await byPassword('officer')).toMatchObject({ kind: 'signed_in' })
    expect(await failed(runAs('officer', turnOffTwoStep, { password: PASSWORD }))).toBe(
      'two_step.off_already',
    )
    expect((await entry('account.two_step_turned_off')).value?.after).toEqual({ how: 'password' })
  })

  test('a recovery code signs nothing and turns nothing off', async () => {
    const [code = ''] = await withTwoStep('officer')
    expect(await runAs('officer', turnOffTwoStep, { password: code })).toMatchObject({ kind: 'wrong' })
    expect(await getTwoStep(await ctxOf('officer'), '落实')).toMatchObject({ codesLeft: 10 })
  })

  test('the security administrator removes it with a reason; nobody else may, and nobody their own', async () => {
    await withTwoStep('officer')
    await withTwoStep('secadmin')
    const input = { personId: idOf('officer'), reason: '手机丢失，当面核实' }
    const list = await listAccounts(await ctxOf('secadmin'), { words: 'officer', state: 'all' })
    expect(list.rows.find(({ account }) => account === 'officer')?.hasTwoStep).toBe(true)
    expect(await failed(runAs('sysadmin', removeTwoStep, input))).toBe('common.forbidden')
    expect(await failed(runAs('secadmin', removeTwoStep, { ...input, personId: idOf('secadmin') }))).toBe(
      'account.not_self',
    )
    await runAs('secadmin', removeTwoStep, input)
    expect((await entry('account.two_step_removed')).value?.after).toMatchObject({ reason: input.reason })
    expect(await byPassword('officer')).toMatchObject({ kind: 'signed_in' })
    expect(await failed(runAs('secadmin', removeTwoStep, input))).toBe('two_step.off_already')
    await removeTwoStepAtConsole(db, 'SecAdmin', NOW)
    expect(await byPassword('secadmin')).toMatchObject({ kind: 'signed_in' })
  })

  test('under another secret of the application no code is right, and the password alone opens nothing', async () => {
    const [recovery = ''] = await withTwoStep('officer')
    const code = await codeShown('officer', NOW)
    const { env } = await import('@/server/env')
    const before = env().LUOSHI_SECRET
    env().LUOSHI_SECRET = 'another-one-for-tests-'.repeat(3)
    try {
      expect(await byCode(await stepOf('officer'), code)).toMatchObject({ kind: 'wrong' })
      expect(await byCode(await stepOf('officer'), recovery)).toMatchObject({ kind: 'wrong' })
    } finally {
      env().LUOSHI_SECRET = before
    }
  })

  test('the database lets no taken code be taken again, and no secret be exchanged', async () => {
    const [code = ''] = await withTwoStep('officer')
    await byCode(await stepOf('officer'), code)
    const where = { personId: idOf('officer') }
    await expect(db.secondFactor.update({ where, data: { lastStep: 1 } })).rejects.toThrow()
    await expect(db.secondFactor.update({ where, data: { sealedSecret: 'x' } })).rejects.toThrow()
    await expect(
      db.recoveryCode.updateMany({ where: { ...where, usedAt: { not: null } }, data: { usedAt: null } }),
    ).rejects.toThrow()
  })
})
