import type { Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import type { AssignmentFacts } from '@/domain/permissions/subjects'

/** What the rule of reading needs to know of an extension. */
export type ExtensionFacts = { signed: boolean; writtenById: string; assignment: AssignmentFacts }

/** As reports are read: unsigned it stays in the unit, from leaders too; signed, by whoever reads the assignment's reports. */
export function readsExtension(actor: Actor, { signed, writtenById, assignment }: ExtensionFacts): boolean {
  const status = signed ? 'submitted' : 'draft'
  return can(actor, 'report.read', {
    status,
    writtenById,
    signedOffById: null,
    submittedById: null,
    assignment,
  })
}
