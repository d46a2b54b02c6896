import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { deskHref } from '@/components/notifications/desk-href'
import { PageHeader } from '@/components/shared/page-header'
import { ButtonLink } from '@/components/ui/button'

type AuditHeaderProps = { masked: boolean; readsTasks: boolean; children: ReactNode }

/** The head of the audit page with its acts; whoever reads the tasks goes on to what changed in them. */
export function AuditHeader({ masked, readsTasks, children }: AuditHeaderProps) {
  const t = useTranslations('audit')
  return (
    <PageHeader
      title={t('title')}
      meta={masked ? t('maskedNote') : null}
      actions={
        <>
          {readsTasks ? <ButtonLink href={deskHref({ all: 'since' })}>{t('since')}</ButtonLink> : null}
          {children}
        </>
      }
    />
  )
}
