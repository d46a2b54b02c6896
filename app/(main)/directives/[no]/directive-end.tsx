import { DIRECTIVE_END_ACTIONS } from '@/app/(main)/directives/end-actions'
import { DirectiveWaits } from '@/components/directives/directive-actions'
import { DirectiveEndForm } from '@/components/directives/directive-end-form'
import { ClientMessages } from '@/components/shared/client-messages'
import { newId } from '@/lib/new-id'
import type { DirectivePage } from '@/server/directives/get-directive'

const ENDS = ['file', 'discard', 'close', 'archive'] as const
type End = (typeof ENDS)[number]

/** The end of a directive that the address asks for and this person may bring about; undefined where there is none. */
export function endOf({ may }: DirectivePage, act: string | string[] | undefined): End | undefined {
  return ENDS.find((how) => how === act && may[how])
}

type Props = { how: End | undefined; page: DirectivePage; zone: string }

/** 存查, 作废, 办结 or 归档 in the place of the page's other acts; where none is asked for, why one is not possible yet. */
export function DirectiveEnd({ how, page, zone }: Props) {
  const { directive, counts, tasks, waits } = page
  if (!how) return <DirectiveWaits waits={waits} />
  return (
    <ClientMessages namespaces={['directives']}>
      <DirectiveEndForm
        {...{ how, no: directive.no, directiveId: directive.id, version: directive.version }}
        tasks={how === 'file' || how === 'discard' ? (counts.draft ?? 0) : tasks.length}
        zone={zone}
        idempotencyKey={newId()}
        action={DIRECTIVE_END_ACTIONS[how]}
      />
    </ClientMessages>
  )
}
