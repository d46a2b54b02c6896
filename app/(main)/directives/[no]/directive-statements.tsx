import { StatementSection } from '@/components/statements/statement-section'
import { listStatements } from '@/server/statements/list-statements'
import { requireCtx } from '@/server/web/ctx'
import { createStatementsAction } from '../../statements/actions'

/** 责任状 on the page of a directive, read beside the page. */
export async function DirectiveStatements({ directive }: { directive: { id: string; no: number } }) {
  const ctx = await requireCtx()
  return (
    <StatementSection
      directive={directive}
      statements={await listStatements(ctx, directive.id)}
      action={createStatementsAction}
    />
  )
}
