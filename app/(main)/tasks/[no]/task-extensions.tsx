import { ExtensionSection } from '@/components/extensions/extension-section'
import { requireCtx } from '@/server/web/ctx'
import { decideExtensionAction, withdrawExtensionAction } from './extension/actions'
import { readTaskExtensions } from './task-reads'

/** The section 延期 of a task's page, read beside the page. */
export async function TaskExtensions({ no }: { no: number }) {
  const ctx = await requireCtx()
  return (
    <ExtensionSection
      no={no}
      list={await readTaskExtensions(no)}
      today={ctx.today}
      zone={ctx.settings.zone}
      actions={{ decide: decideExtensionAction, withdraw: withdrawExtensionAction }}
    />
  )
}
