import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ImportView } from '@/components/registers/import-view'
import { PrivacyNotice } from '@/components/registers/privacy-notice'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { headOf, partOf } from '@/server/registers/get-register'
import { loadRegister } from '@/server/registers/load-register'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { plainNoOf, taskNoOf } from '../../../task-no'

type Props = { params: Promise<{ no: string; register: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('registers.acts'), params])
  return { title: `T${taskNoOf(no)} ${t('import')}` }
}

export default async function ImportPage({ params }: Props) {
  const [ctx, t, address] = await Promise.all([requireCtx(), getTranslations('registers.import'), params])
  const key = { taskNo: taskNoOf(address.no), no: plainNoOf(address.register) }
  const loaded = await orNotFound(loadRegister(ctx, key))
  if (loaded.fillable.length === 0) notFound()
  const data = headOf(loaded)
  const home = `/tasks/T${key.taskNo}/registers/${key.no}`
  return (
    <div className="max-w-[1000px]">
      <PageHeader
        title={t('title', { register: data.title })}
        crumbs={[
          { href: `/tasks/T${data.task.no}#registers`, label: `T${data.task.no}` },
          { href: home, label: data.title },
        ]}
      />
      <PrivacyNotice personal={data.personal} />
      <ClientMessages namespaces={['registers', 'files', 'directives']}>
        <ImportView
          address={`/api/registers/${data.id}`}
          home={{ href: home, label: t('toRegister') }}
          hint={t('hint')}
          columns={loaded.columns}
          parts={loaded.fillable.map(partOf)}
        />
      </ClientMessages>
    </div>
  )
}
