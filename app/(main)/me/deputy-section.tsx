import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import { can } from '@/domain/permissions/policy'
import { requireCtx } from '@/server/web/ctx'

/** 代理: the way to one's deputies, for those who may have any. */
export async function DeputySection() {
  const [ctx, t] = await Promise.all([requireCtx(), getTranslations('deputies')])
  if (!can(ctx.actor, 'deputy.name')) return null
  return (
    <Section id="deputies" title={t('title')}>
      <p className="pb-2">{t('meNote')}</p>
      <ButtonLink href="/me/deputies">{t('open')}</ButtonLink>
    </Section>
  )
}
