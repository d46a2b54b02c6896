import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import { can } from '@/domain/permissions/policy'
import { requireCtx } from '@/server/web/ctx'

/** 代理 and 工作交接: the way to one's deputies and to handing work over, for those who may. */
export async function DeputySection() {
  const [ctx, t, handover] = await Promise.all([
    requireCtx(),
    getTranslations('deputies'),
    getTranslations('handover'),
  ])
  if (!can(ctx.actor, 'deputy.name')) return null
  return (
    <Section id="deputies" title={t('title')}>
      <p className="pb-2">{t('meNote')}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/me/deputies">{t('open')}</ButtonLink>
        <ButtonLink href="/me/handover">{handover('open')}</ButtonLink>
      </div>
    </Section>
  )
}
