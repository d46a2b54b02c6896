import { expect, test } from 'vitest'
import { BULLETIN_KINDS, BULLETIN_STATUSES } from '@/domain/bulletins/lifecycle'
import { readsBulletin } from '@/domain/bulletins/reading'
import { visibleBulletins, visibleBulletinsSql } from '@/server/bulletins/scope'
import { actorOf, buildDirective, NOW, testWorld } from '@/tests/factories'

test('the list of the bulletins that one reads and the rule agree, for every kind, status and role', async () => {
  const { db, org } = await testWorld()
  const directive = await buildDirective({ status: 'in_force', inForceAt: NOW })
  const by = org.personIds.officer ?? ''
  const officeUnitId = org.unitIds.office ?? ''
  const states = BULLETIN_KINDS.flatMap((kind) =>
    BULLETIN_STATUSES.flatMap((status) =>
      [true, false]
        .filter((published) => (status === 'published' ? published : status === 'withdrawn' || !published))
        .map((published) => ({ kind, status, published })),
    ),
  )
  const made = await Promise.all(
    states.map(async ({ published, kind, status }, at) => {
      const data = {
        ...{ kind, status, language: 'zh-CN', title: '通报', scope: '', content: {}, officeUnitId },
        ...{ createdById: by, frozenAt: NOW, frozenVersion: 1, approvedById: by },
        ...{ directiveId: kind === 'special_report' ? directive.id : null },
        ...(published ? { publishedAt: NOW, issueYear: 2020, issueNo: at } : {}),
        ...(status === 'withdrawn' ? { withdrawnAt: NOW } : {}),
      }
      const { id } = await db.bulletin.create({ data })
      return { id, facts: { kind, status, published, toldUnitIds: [] } }
    }),
  )
  const accounts = [
    'leader',
    'office-head',
    'officer',
    'elderly-head',
    'elderly-liaison',
    'inspector',
    'sysadmin',
  ]
  for (const account of accounts) {
    const actor = await actorOf(account)
    const listed = await db.bulletin.findMany({
      where: { AND: [visibleBulletins(actor), { id: { in: made.map(({ id }) => id) } }] },
      select: { id: true },
    })
    const ids = new Set(listed.map(({ id }) => id))
    const bySql = await db.$queryRaw<
      { id: string }[]
    >`SELECT b.id FROM bulletins b WHERE b.id = ANY(${made.map(({ id }) => id)}::uuid[]) AND ${visibleBulletinsSql(actor)}`
    expect(new Set(bySql.map(({ id }) => id))).toEqual(ids)
    for (const { id, facts } of made)
      expect(ids.has(id), `${account} ${JSON.stringify(facts)}`).toBe(readsBulletin(actor, facts))
  }
})
