import { expect, it } from 'vitest'
import { changesRights, tellsOpenPages } from './live'

it('what was decided is told; what was only read, or has not left its unit, is not', () => {
  for (const event of [
    'task.completed',
    'task.edited',
    'assignment.acknowledged',
    'report.edited',
    'urge.sent',
    'milestone.edited',
    'extension.granted',
  ])
    expect(tellsOpenPages(event), event).toBe(true)
  for (const event of [
    'evidence.opened',
    'audit.read',
    'record.exported',
    'directive.exported',
    'extension.drafted',
    'urge.answer_drafted',
    'extension.sent_for_signoff',
  ])
    expect(tellsOpenPages(event), event).toBe(false)
})

it('roles, deputies, portfolios and units change what may be read', () => {
  for (const event of [
    'role.granted',
    'deputy.named',
    'portfolio.set',
    'unit.merged',
    'guidance.set',
    'account.left',
  ])
    expect(changesRights(event), event).toBe(true)
  for (const event of ['task.completed', 'account.edited', 'session.ended'])
    expect(changesRights(event), event).toBe(false)
})
