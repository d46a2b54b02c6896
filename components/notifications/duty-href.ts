import { extensionHref, extensionsHref } from '@/components/extensions/extension-href'
import { reportHref } from '@/components/tasks/part-acts'
import { actHref } from '@/components/tasks/task-acts'
import type { Duty } from '@/server/notifications/list-duties'

/** Where a duty is done; what is acknowledged is read first, so that opens the task. */
export function dutyHref(duty: Duty): string {
  const no = duty.task?.no ?? 0
  const workspace = `/directives/D${duty.directive.no}/decompose`
  switch (duty.kind) {
    case 'acknowledge':
      return `/tasks/T${no}`
    case 'report':
    case 'revise':
    case 'send_draft':
      return reportHref(no, duty.assignment?.id ?? '')
    case 'sign_off':
      return `/signoff/${duty.reportId}`
    case 'review':
      return `/review?report=${duty.reportId}`
    case 'answer_urge':
    case 'raise_urge':
      return `/urges/${duty.urge?.no ?? 0}`
    case 'urge':
      return `/urges/new?part=${duty.assignment?.id ?? ''}`
    case 'rule':
      return actHref(no, 'rule', duty.assignment?.id)
    case 'conclude':
    case 'complete':
      return actHref(no, duty.kind)
    case 'approve':
      return `${workspace}/check`
    case 'decompose':
      return workspace
    case 'dispatch_drafts':
      return `/tasks/T${no}/breakdown`
    case 'send_extension':
      return extensionHref(no, duty.assignment?.id ?? '')
    case 'sign_extension':
    case 'endorse_extension':
    case 'grant_extension':
      return extensionsHref(no)
    case 'answer_note':
    case 'sign_note_answer':
    case 'see_note_answer':
      return `${duty.task ? `/tasks/T${no}` : `/directives/D${duty.directive.no}`}#note-${duty.reportId}`
    case 'sign_statement':
    case 'countersign_statement':
      return `/statements/${duty.statement?.no ?? 0}`
    case 'redraw_statement':
      return `/directives/D${duty.directive.no}#statements`
    case 'check_bulletin':
    case 'approve_bulletin':
    case 'publish_bulletin':
    case 'revise_bulletin':
    case 'answer_naming':
      return `/bulletins/B${duty.bulletin?.no ?? 0}`
    case 'read_directive':
    case 'name_readers':
    case 'record_study':
      return `/directives/D${duty.directive.no}#study`
  }
}
