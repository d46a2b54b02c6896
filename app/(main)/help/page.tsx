import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Light } from '@/components/shared/light'
import { PageHeader } from '@/components/shared/page-header'
import { ProgressPair } from '@/components/shared/progress-pair'
import { Section } from '@/components/shared/section'
import { KeyList } from '@/components/shell/key-list'
import { requireCtx } from '@/server/web/ctx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.helpPage')
  return { title: t('title') }
}

const LIGHTS = ['idle', 'ok', 'risk', 'off', 'done'] as const

export default async function HelpPage() {
  const [{ settings }, t, common] = await Promise.all([
    requireCtx(),
    getTranslations('shell.helpPage'),
    getTranslations('common'),
  ])
  const thresholds = {
    riskDays: settings.riskWorkingDays,
    riskPoints: settings.riskPoints,
    riskMissed: settings.riskMissedPeriods,
    offMissed: settings.offMissedPeriods,
  }
  return (
    <div className="mx-auto max-w-[960px]">
      <PageHeader title={t('title')} />
      <Section id="lights" title={t('lights')}>
        <p className="measure mb-3">{t('lightsNote')}</p>
        <ul className="grid gap-2">
          {LIGHTS.map((light) => (
            <li key={light}>
              <Light light={light} reason={common(`lightMeaning.${light}`, thresholds)} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="facts" title={t('facts')}>
        <p className="measure mb-3">{t('factsText')}</p>
        <ProgressPair claimed={80} verified={48} className="max-w-72" />
      </Section>
      <Section id="opinions" title={t('opinions')}>
        <p className="measure">{t('opinionsText')}</p>
        <p className="measure mt-2 text-muted">{t('opinionsHow')}</p>
      </Section>
      <Section id="keys" title={t('keys')}>
        <KeyList />
      </Section>
    </div>
  )
}
