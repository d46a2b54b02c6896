import { expect, test } from 'vitest'
import type { Ctx } from '@/server/context'
import { runCommand } from '@/server/run-command'
import { loadTask } from '@/server/tasks/load-task'
import { actorOf, buildDirective, buildDispatchedTask, NOW, runAs, testWorld } from '@/tests/factories'

/** Everybody who calls it goes on when all have: the moment at which two transactions hold one lock each. */
function meeting(people: number) {
  let missing = people
  let open = () => {}
  const all = new Promise<void>((done) => (open = done))
  return () => {
    if (--missing <= 0) open()
    return all
  }
}

const run = async (command: (ctx: Ctx, input: null) => Promise<unknown>, key?: string) => {
  const { db } = await testWorld()
  return runCommand(await actorOf('officer'), command, null, {
    name: 'test',
    idempotencyKey: key,
    now: NOW,
    db,
  })
}

test('two people whose acts wait for each other both get through: the one that the database gave up begins again', async () => {
  const [one, two] = [await buildDispatchedTask(), await buildDispatchedTask()]
  const meet = meeting(2)
  const tries = { a: 0, b: 0 }
  const lockBoth = (who: 'a' | 'b', first: string, second: string) =>
    run(async (ctx) => {
      tries[who] += 1
      await loadTask(ctx, first, { lock: true })
      if (tries[who] === 1) await meet()
      await loadTask(ctx, second, { lock: true })
      await ctx.tx.task.update({ where: { id: first }, data: { remark: who } })
    })
  await Promise.all([lockBoth('a', one.id, two.id), lockBoth('b', two.id, one.id)])
  expect(tries.a + tries.b).toBe(3)
})

test('the same, where the lock is taken by writing', async () => {
  const [one, two] = [await buildDispatchedTask(), await buildDispatchedTask()]
  const meet = meeting(2)
  let tries = 0
  const writeBoth = (first: string, second: string) => {
    let own = 0
    return run(async (ctx) => {
      tries += 1
      own += 1
      await ctx.tx.task.update({ where: { id: first }, data: { remark: 'first' } })
      if (own === 1) await meet()
      await ctx.tx.task.update({ where: { id: second }, data: { remark: 'second' } })
    })
  }
  await Promise.all([writeBoth(one.id, two.id), writeBoth(two.id, one.id)])
  expect(tries).toBe(3)
})

test('the same request at the same moment acts once, and both callers get its answer', async () => {
  let acted = 0
  const act = () =>
    run(async () => {
      acted += 1
      await new Promise((done) => setTimeout(done, 100))
      return { no: acted }
    }, 'double-click')
  expect(await Promise.all([act(), act(), act()])).toEqual([{ no: 1 }, { no: 1 }, { no: 1 }])
  expect(acted).toBe(1)
})

test('a request that failed leaves no receipt: sent again it acts', async () => {
  await expect(run(() => Promise.reject(new Error('no network')), 'again')).rejects.toThrow('no network')
  expect(await run(async () => 'done', 'again')).toBe('done')
})

test('one key of two people, or in two commands, is two requests', async () => {
  const { db } = await testWorld()
  const as = async (account: string, name: string) =>
    runCommand(await actorOf(account), async () => `${account} ${name}`, null, {
      name,
      idempotencyKey: 'shared',
      now: NOW,
      db,
    })
  expect(await as('officer', 'one')).toBe('officer one')
  expect(await as('officer2', 'one')).toBe('officer2 one')
  expect(await as('officer', 'two')).toBe('officer two')
})

test('a key of any length and with any character is a key', async () => {
  const key = `${'长'.repeat(20_000)}\0\ud800`
  expect(await run(async () => 1, key)).toBe(1)
  expect(await run(async () => 2, key)).toBe(1)
})

test('a name that was taken in the meantime is a conflict, by model and by raw query alike', async () => {
  const taken = { account: 'taken', name: '先来', nameEn: 'First' }
  await runAs('officer', (ctx: Ctx) => ctx.tx.person.create({ data: taken }), null)
  await expect(run((ctx) => ctx.tx.person.create({ data: taken }))).rejects.toMatchObject({
    failure: { kind: 'conflict', code: 'common.stale' },
  })
  await expect(
    run(
      (ctx) => ctx.tx.$executeRaw`INSERT INTO people (id, account, name, name_en)
      VALUES (gen_random_uuid(), 'taken', 'a', 'b')`,
    ),
  ).rejects.toMatchObject({ failure: { kind: 'conflict', code: 'common.stale' } })
})

test('any other fault of the database stays a fault', async () => {
  const directive = await buildDirective()
  await expect(
    run((ctx) => ctx.tx.directive.update({ where: { id: directive.id }, data: { title: '' } })),
  ).rejects.not.toHaveProperty('failure')
})
