import { SpecialReportButton } from '@/components/bulletins/special-report-button'
import { DirectiveActions } from '@/components/directives/directive-actions'
import { PaperLinks } from '@/components/documents/paper-links'
import { ClientMessages } from '@/components/shared/client-messages'
import { newId } from '@/lib/new-id'
import { draftSpecialReportAction } from '../../bulletins/actions'
import type { DirectivePage } from '@/server/directives/get-directive'

/** Beside the title of a directive: its list of tasks on paper, and what this reader can do with it. */
export function DirectiveActs({ page: { directive, tasks, may } }: { page: DirectivePage }) {
  return (
    <>
      {tasks.length > 0 ? <PaperLinks of={{ kind: 'task-list', no: `D${directive.no}` }} /> : null}
      {may.report && tasks.length > 0 ? (
        <ClientMessages namespaces={['bulletins']}>
          <SpecialReportButton
            directive={directive}
            idempotencyKey={newId()}
            action={draftSpecialReportAction}
          />
        </ClientMessages>
      ) : null}
      <DirectiveActions no={directive.no} may={may} />
    </>
  )
}
