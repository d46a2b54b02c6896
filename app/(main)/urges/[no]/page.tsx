import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PaperLinks } from '@/components/documents/paper-links'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'
import { SlipView } from '@/components/urges/slip-view'
import { getSlip } from '@/server/urges/get-slip'
import { requireCtx } from '@/server/web/ctx'
import { orNotFound } from '@/server/web/or-not-found'
import { draftAnswerAction, escalateUrgesAction, signAnswerAction } from '../actions'

type Props = { params: Promise<{ no: string }> }

const numberOf = (value: string) => (/^\d{1,9}$/.test(value) ? Number(value) : notFound())

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { no }] = await Promise.all([getTranslations('urges'), params])
  return { title: t('slip', { no: numberOf(no) }) }
}

export default async function SlipPage({ params }: Props) {
  const [ctx, { no }, t] = await Promise.all([requireCtx(), params, getTranslations('urges')])
  const slip = await orNotFound(getSlip(ctx, numberOf(no)))
  return (
    <>
      <PageHeader
        title={t('slipTitle', { no: slip.no, level: slip.level })}
        crumbs={[{ href: '/urges', label: t('list.title') }]}
        actions={<PaperLinks of={{ kind: 'urge-slip', no: String(slip.no) }} />}
      />
      <ClientMessages namespaces={['urges']}>
        <SlipView
          slip={slip}
          today={ctx.today}
          zone={ctx.settings.zone}
          keys={{ answer: crypto.randomUUID(), escalate: crypto.randomUUID() }}
          actions={{ draft: draftAnswerAction, sign: signAnswerAction, escalate: escalateUrgesAction }}
        />
      </ClientMessages>
    </>
  )
}
