import { StatementSection } from '@/components/statements/statement-section'
import { listStatements } from '@/server/statements/list-statements'
import { requireCtx } from '@/server/web/ctx'
import { createStatementsAction } from '../../statements/actions'

/** 责任状 on the page of a directive, read beside the page. */
export async function DirectiveStatements({ directiveId }: { directiveId: string }) {
  const ctx = await requireCtx()
  return (
    <StatementSection
      directiveId={directiveId}
      statements={await listStatements(ctx, directiveId)}
      action={createStatementsAction}
    />
  )
}
