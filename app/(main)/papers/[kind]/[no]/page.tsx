import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { PaperTools } from '@/components/documents/paper-tools'
import { PaperView } from '@/components/documents/paper-view'
import { OF_LEDGER, paperHref, recordHrefOf } from '@/domain/documents/paper-kinds'
import { makePaper, paperSchema } from '@/server/documents/make-paper'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'

type Props = {
  params: Promise<{ kind: string; no: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function read({ params, searchParams }: Props) {
  const parsed = paperSchema.safeParse({ ...(await searchParams), ...(await params) })
  return parsed.success ? parsed.data : notFound()
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { kind, no }] = await Promise.all([getTranslations('documents'), read(props)])
  const title = t(`kinds.${kind}`)
  return { title: no === OF_LEDGER ? title : `${title} ${no}` }
}

/** 打印件: a record as it lies on paper, to be printed or taken as DOCX. */
export default async function PaperPage(props: Props) {
  const [ctx, t, ref] = await Promise.all([requireCtx(), getTranslations('documents'), read(props)])
  const document = await orNotFound(makePaper(ctx, ref, ctx.locale))
  return (
    <div className="paper-desk">
      <div className="print:hidden">
        <PageHeader
          title={t(`kinds.${ref.kind}`)}
          crumbs={[{ href: recordHrefOf(ref), label: t('back') }]}
          actions={
            <ClientMessages namespaces={['documents']}>
              <PaperTools docxHref={paperHref(ref, 'docx')} />
            </ClientMessages>
          }
        />
      </div>
      <PaperView document={document} />
    </div>
  )
}
