import { describe, expect, test } from 'vitest'
import { parseLogFilter } from '@/domain/audit/log-filter'
import type { Locale } from '@/i18n/locales'
import { newId } from '@/lib/new-id'
import { recordAudit, type AuditRecord } from '@/server/audit/record-audit'
import { paperWords } from '@/server/documents/paper-words'
import { auditSource } from '@/server/exports/sources/audit-source'
import { buildDispatchedTask, ctxOf, testWorld } from '@/tests/factories'
import { listEntries } from './list-entries'
import { systemActor } from '@/server/system-actor'
import { sayEntries } from './say-entries'

type Said = Pick<AuditRecord, 'event' | 'entity'> & Partial<AuditRecord>

/** What discipline reads of an entry, field by field in their language; the database keeps fields in an order of its own. */
async function read(record: Said, locale: Locale = 'zh-CN') {
  const entityId = record.entityId ?? newId()
  await recordAudit(await ctxOf('officer'), { as: null, ...record, entityId })
  const ctx = await ctxOf('inspector')
  const { rows } = await listEntries(ctx, parseLogFilter({ record: entityId }))
  const [entry] = await sayEntries(ctx, await paperWords(ctx, locale), rows.slice(0, 1))
  return entry?.changes.map(({ name, before, after }) => `${name}: ${before ?? ''} → ${after ?? ''}`).sort()
}

describe('the log says in words', () => {
  test('how a session began and ended, and until when an account is locked', async () => {
    const session = { event: 'session.ended', entity: 'session' } as const
    expect(await read({ ...session, after: { reason: 'signed_out' } })).toEqual(['理由:  → 主动退出'])
    expect(await read({ ...session, after: { how: 'revoked', reason: '离岗' } }, 'en')).toEqual([
      'How:  → ended by an administrator',
      'Reason:  → 离岗',
    ])
    const after = { account: 'lijing', until: '2020-04-10T02:15:00.000Z' }
    expect(await read({ event: 'session.locked', entity: 'session', after })).toEqual([
      '至:  → 2020-04-10 10:15',
      '账号:  → lijing',
    ])
  })

  test('yes and no, shares of a hundred, and lists', async () => {
    const before = { claimedProgress: 20, evidence: null }
    expect(
      await read({ event: 'report.submitted', entity: 'report', before, after: { claimedProgress: 35 } }),
    ).toEqual(['自报进度: 20% → 35%'])
    const after = { shared: true, aliases: ['甲', '乙'], roles: ['liaison', 'officer'] }
    expect(await read({ event: 'view.changed', entity: 'view', before: { shared: false }, after })).toEqual([
      '别名:  → 甲、乙',
      '岗位:  → 联络员、督查专员',
      '本单位共用: 否 → 是',
    ])
  })

  test('people, units and reports by name, whatever was kept of them', async () => {
    const { db, org } = await testWorld()
    const task = await buildDispatchedTask([{ unit: 'relief' }])
    const report = await db.report.create({
      data: {
        assignmentId: task.assignments[0]?.id ?? '',
        seq: 3,
        claimedProgress: 10,
        writtenById: org.personIds['relief-liaison'] ?? '',
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    })
    const after = {
      lead: org.unitIds.relief ?? '',
      supporting: [org.unitIds.elderly ?? ''],
      responsiblePersonId: org.personIds['relief-head'] ?? '',
      provisions: ['01890000-0000-7000-8000-000000000000'],
    }
    const said = await read({ event: 'task.edited', entity: 'task', after })
    expect(said).toEqual([
      '协办单位:  → 养老司',
      '句:  → 已删除的记录（01890000）',
      '牵头单位:  → 救助司',
      '责任人:  → 某relief-head',
    ])
    const merged = { event: 'report.merged', entity: 'report', after: { reports: [report.id] } } as const
    expect(await read(merged)).toEqual([`汇入的反馈:  → T${task.no} 救助司第 3 次反馈`])
  })

  test('filters, sentences and days, which the program keeps as lines of its own', async () => {
    const view = { event: 'view.saved', entity: 'view', after: { query: 'view=off&lead=relief' } } as const
    expect((await read(view))?.[0]).toMatch(/^筛选条件:\s+→ .+；.+救助/)
    const sentences = ['12-40 task', '41-60 formality?']
    expect(
      await read({ event: 'directive.sentence_classed', entity: 'directive', after: { sentences } }, 'en'),
    ).toEqual(['Sentences:  → characters 12–40: Task, characters 41–60: Formality (suggested)'])
    const file = { name: '清单.xlsx', mime: 'text/csv' }
    expect(await read({ event: 'evidence.attached', entity: 'evidence', after: file })).toContain(
      '文件类型:  → CSV',
    )
    const days = ['2020-10-01', '2020-10-10+']
    expect(await read({ event: 'calendar.changed', entity: 'calendar', after: { days } })).toEqual([
      '日期:  → 2020-10-01、2020-10-10（上班）',
    ])
    expect(
      await read({ event: 'settings.changed', entity: 'settings', after: { urge_overdue: -1 } }),
    ).toEqual(['自动催办：逾期未完成:  → 停用'])
  })

  test('who acted: by the English name on an English page, a deputy with whose place it was, a job by its name', async () => {
    const { org } = await testWorld()
    const officer = await ctxOf('officer')
    const grant = officer.actor.grants[0]
    const onBehalfOf = { personId: org.personIds['office-head'] ?? '', name: '某office-head', nameEn: '' }
    const record = { event: 'task.edited', entity: 'task', after: { title: '甲' } } as const
    const [own, lent, timed] = [newId(), newId(), newId()]
    await recordAudit(officer, { ...record, as: grant ?? null, entityId: own })
    await recordAudit(officer, { ...record, as: grant ? { ...grant, onBehalfOf } : null, entityId: lent })
    await recordAudit(
      { ...officer, actor: systemActor('seal-entries') },
      { ...record, as: null, entityId: timed },
    )
    const ctx = await ctxOf('inspector')
    const said = async (entityId: string, locale: Locale) => {
      const { rows } = await listEntries(ctx, parseLogFilter({ record: entityId }))
      const [entry] = await sayEntries(ctx, await paperWords(ctx, locale), rows)
      return [entry?.who, entry?.whoUnit]
    }
    expect(await said(own, 'en')).toEqual(['officer', 'office'])
    expect(await said(own, 'zh-CN')).toEqual(['某officer', '督查办'])
    expect((await said(lent, 'en'))[0]).toBe('officer for office-head')
    expect((await said(lent, 'zh-CN'))[0]).toBe('某officer（代某office-head）')
    expect((await said(timed, 'en'))[0]).toBe('System · Seal the audit log')
    expect((await said(timed, 'zh-CN'))[0]).toMatch(/^系统 · ./)
    // Found by either name.
    for (const person of ['某officer', 'OFFICE-head']) {
      const { rows } = await listEntries(ctx, { ...parseLogFilter({ record: lent }), person })
      expect(rows, person).toHaveLength(1)
    }
  })

  test('what is free text stays as it was written', async () => {
    const after = { reason: 'left', title: 'draft', nameEn: 'task' }
    expect(await read({ event: 'task.suspended', entity: 'task', after }, 'en')).toEqual([
      'English name:  → task',
      'Reason:  → left',
      'Title:  → draft',
    ])
  })

  test('on the sheet as on the page; the auditor gets the names of fields alone', async () => {
    const entityId = newId()
    await recordAudit(await ctxOf('officer'), {
      event: 'assignment.waived',
      as: null,
      entity: 'assignment',
      entityId,
      after: { part: 'lead', late: true },
    })
    const cells = async (account: string) => {
      const ctx = await ctxOf(account)
      const source = await auditSource.open(ctx, await paperWords(ctx, 'en'), `record=${entityId}`)
      const rows = []
      for await (const batch of source.batches()) rows.push(...batch)
      return rows[0]?.[8]
    }
    expect(await cells('inspector')).toBe('Late:  → yes; Part:  → Lead')
    expect(await cells('auditor')).toBe('Late; Part')
  })
})
