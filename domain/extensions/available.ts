import type { Actor } from '@/domain/permissions/actor'
import { can } from '@/domain/permissions/policy'
import type { AssignmentFacts } from '@/domain/permissions/subjects'
import {
  EXTENSION_EVENT_PERMISSION,
  EXTENSION_EVENTS,
  isOwnExtension,
  nextExtensionStatus,
  refusePermissionOf,
  type ExtensionEvent,
  type ExtensionRoute,
  type ExtensionStatus,
} from './lifecycle'

type Asked = {
  status: ExtensionStatus
  writtenById: string
  signedById: string | null
  route: ExtensionRoute
  /** What stands against any step forward: the task does not run, the unit is done. */
  blocked: boolean
  assignment: AssignmentFacts
}

const FORWARD: readonly ExtensionEvent[] = ['send_for_signoff', 'sign', 'sign_down', 'endorse', 'grant']

/** The events that this person may bring about now: what the page draws buttons for. Never the approval of one's own. */
export function availableExtensionEvents(actor: Actor, extension: Asked): ExtensionEvent[] {
  const { status, assignment, route } = extension
  return EXTENSION_EVENTS.filter((event) => {
    if (nextExtensionStatus(status, event) === null) return false
    if (event === (route === 'office' ? 'sign_down' : 'sign')) return false
    if (extension.blocked && FORWARD.includes(event)) return false
    const permission = event === 'refuse' ? refusePermissionOf(status) : EXTENSION_EVENT_PERMISSION[event]
    if (permission === null || !can(actor, permission, assignment)) return false
    const own = isOwnExtension(extension, actor.personId)
    if (event === 'endorse' || event === 'grant') return !own
    if (event === 'refuse') return status === 'awaiting_signoff' || !own
    const drafted = status === 'draft' && (event === 'sign' || event === 'sign_down')
    return !drafted || extension.writtenById === actor.personId
  })
}
