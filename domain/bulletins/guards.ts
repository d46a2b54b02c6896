import type { FailureParams } from '@/domain/errors'
import type { BulletinEvent } from './lifecycle'

/** What the guards of a step ask for. */
export type BulletinFacts = {
  title: string
  blank: boolean
  frozen: boolean
  openRemarks: number
  /** Units named, and how many of them are not settled. */
  named: number
  unsettled: number
  /** The actor drafted it or sent it up: nobody approves their own. */
  own: boolean
}

/** One thing that stands against a step. */
export type BulletinObstacle = { code: string; params: FailureParams }

/** What stands against a step; empty where nothing does. Sending it to a leader waits for the freeze, publishing for every unit named as well. */
export function obstaclesToStep(event: BulletinEvent, facts: BulletinFacts): BulletinObstacle[] {
  const found: BulletinObstacle[] = []
  const note = (code: string, params: FailureParams = {}) => found.push({ code, params })
  if (event === 'send_back' || event === 'withdraw') return found
  if (event === 'approve' && facts.own) note('bulletin.own')
  if (facts.title.trim() === '') note('bulletin.title_missing')
  if (facts.blank) note('bulletin.blank')
  if (event === 'submit') return found
  if (!facts.frozen) note('bulletin.not_frozen')
  if (event === 'approve') return found
  if (facts.openRemarks > 0) note('bulletin.remarks_open', { count: facts.openRemarks })
  if (event === 'publish' && facts.unsettled > 0)
    note('bulletin.units_unsettled', { count: facts.unsettled, total: facts.named })
  return found
}
