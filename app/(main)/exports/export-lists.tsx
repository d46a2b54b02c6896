import { ExportMenu } from '@/components/exports/export-menu'
import { ClientMessages } from '@/components/shared/client-messages'
import type { ExportKind } from '@/domain/exports/export'
import { askExportAction } from './actions'

/** 导出 of the lists of a page, each by what stands after the question mark of the page's address. */
export function ExportLists({ kinds, query }: { kinds: readonly ExportKind[]; query: string }) {
  return (
    <ClientMessages namespaces={['exports']}>
      <ExportMenu
        lists={kinds.map((kind) => ({ kind, query }))}
        action={askExportAction}
        idempotencyKey={crypto.randomUUID()}
      />
    </ClientMessages>
  )
}
