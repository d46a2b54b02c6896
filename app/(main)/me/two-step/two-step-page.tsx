import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shared/client-messages'
import { PageHeader } from '@/components/shared/page-header'

type Props = { title: string; top?: boolean; children: ReactNode }

/** The frame of the pages about the own second step. */
export async function TwoStepPage({ title, top = false, children }: Props) {
  const [t, me] = await Promise.all([getTranslations('two_step'), getTranslations('shell.mePage')])
  const crumbs = [{ href: '/me', label: me('title') }]
  return (
    <ClientMessages namespaces={['two_step', 'signin', 'password']}>
      <div className="mx-auto max-w-[960px]">
        <PageHeader
          title={title}
          crumbs={top ? crumbs : [...crumbs, { href: '/me/two-step', label: t('title') }]}
        />
        {children}
      </div>
    </ClientMessages>
  )
}
