import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { ButtonLink } from '@/components/ui/button'
import type { ShownIndicator } from '@/server/indicators/list-indicators'
import { OneIndicator } from './one-indicator'

type Props = { no: number; indicators: readonly ShownIndicator[]; mayPlan: boolean }

/** Are there indicators, or may one be added? */
export function showsIndicators(indicators: readonly ShownIndicator[], mayPlan: boolean) {
  return indicators.length > 0 || mayPlan
}

/** 指标 of a task: each against its path to the target, split by unit. */
export function IndicatorSection({ no, indicators, mayPlan }: Props) {
  const t = useTranslations('indicators')
  if (!showsIndicators(indicators, mayPlan)) return null
  return (
    <Section
      id="indicators"
      title={t('title')}
      note={indicators.length > 0 ? String(indicators.length) : undefined}
      end={
        mayPlan ? (
          <ButtonLink href={`/tasks/T${no}/indicators/new`} size="s">
            {t('add')}
          </ButtonLink>
        ) : null
      }
    >
      {indicators.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      {indicators.map((one) => (
        <OneIndicator key={one.id} no={no} indicator={one} mayPlan={mayPlan} />
      ))}
    </Section>
  )
}
