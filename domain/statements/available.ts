import { selvesOf, type Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import {
  nextStatementStatus,
  sendBackPermissionOf,
  type StatementEvent,
  type StatementStatus,
} from './lifecycle'

/** What the rules need to know of a statement. */
export type StatementFacts = {
  status: StatementStatus
  unitId: string
  signedById: string | null
  signedForId: string | null
}

/** Nobody countersigns what they signed, or what was signed in their place. */
export function isOwnSignature(actor: Actor, { signedById, signedForId }: StatementFacts): boolean {
  return selvesOf(actor).some((id) => id === signedById || id === signedForId)
}

/** May the actor do this to the statement, whatever its status. */
export function mayOnStatement(actor: Actor, event: StatementEvent, facts: StatementFacts): boolean {
  const { unitId } = facts
  switch (event) {
    case 'sign':
      return can(actor, 'statement.sign', { unitId })
    case 'countersign':
      return can(actor, 'statement.countersign') && !isOwnSignature(actor, facts)
    case 'send_back': {
      const permission = sendBackPermissionOf(facts.status)
      if (permission === null) return false
      return mayOnStatement(actor, permission === 'statement.sign' ? 'sign' : 'countersign', facts)
    }
    case 'withdraw':
      return can(actor, 'statement.draw_up')
    case 'supersede':
      return false
  }
}

/** What the page offers to this person: possible by the table and theirs to do. */
export function availableStatementEvents(actor: Actor, facts: StatementFacts): StatementEvent[] {
  const events = ['sign', 'countersign', 'send_back', 'withdraw'] as const
  return events.filter(
    (event) => nextStatementStatus(facts.status, event) !== null && mayOnStatement(actor, event, facts),
  )
}
