import { expect, it } from 'vitest'
import { findOwnMail, setOwnMail, setOwnMailSchema } from './set-own-mail'
import { ctxOf, runAs, testWorld } from '@/tests/factories'

const typed = (form: object) => setOwnMailSchema.parse(form)

it('a person sets the own mail address and switch, which is recorded', async () => {
  const { db, org } = await testWorld()
  await runAs('officer', setOwnMail, typed({ email: ' li@example.org ', mailOn: 'on' }))
  expect(await findOwnMail(await ctxOf('officer'))).toEqual({ email: 'li@example.org', mailOn: true })
  await runAs('officer', setOwnMail, typed({ email: 'li@example.org' }))
  expect(await findOwnMail(await ctxOf('officer'))).toEqual({ email: 'li@example.org', mailOn: false })
  const entries = await db.auditEntry.findMany({
    where: { event: 'account.edited', entityId: org.personIds.officer },
    include: { value: true },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ value }) => value?.after)).toEqual([
    { email: 'li@example.org', mailOn: true },
    { email: 'li@example.org', mailOn: false },
  ])
})

it('what is no mail address is refused', () => {
  for (const email of ['li', 'li@', 'li@host', 'a@b.c, d@e.f', 'a b@c.d'])
    expect(setOwnMailSchema.safeParse({ email }).error?.issues[0]?.message).toBe('account.email_unfit')
})
