import { DirectiveActions } from '@/components/directives/directive-actions'
import { PaperLinks } from '@/components/documents/paper-links'
import type { DirectivePage } from '@/server/directives/get-directive'

/** Beside the title of a directive: its list of tasks on paper, and what this reader can do with it. */
export function DirectiveActs({ page: { directive, tasks, may } }: { page: DirectivePage }) {
  return (
    <>
      {tasks.length > 0 ? <PaperLinks of={{ kind: 'task-list', no: `D${directive.no}` }} /> : null}
      <DirectiveActions no={directive.no} may={may} />
    </>
  )
}
