import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/shared/section'
import { FACT_LIMITS, FACTS, factHref, type Fact } from '@/domain/audit/facts'

/** 值得查看: how often each fact is found, each number a way to the rows behind it. */
export function FactBand({ counts }: { counts: Readonly<Record<Fact, number>> }) {
  const t = useTranslations('audit.facts')
  return (
    <Section id="facts" title={t('title')} note={t('note')}>
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {FACTS.map((fact) => (
          <li key={fact} className="flex items-baseline justify-between gap-3 border-b py-1.5">
            <span>{t(`names.${fact}`, FACT_LIMITS)}</span>
            <Link
              href={factHref(fact)}
              data-count={counts[fact]}
              aria-label={t('open', { fact: t(`names.${fact}`, FACT_LIMITS), count: counts[fact] })}
              className="inline-flex min-h-6 min-w-6 items-center justify-end font-semibold tabular-nums max-md:min-h-11 max-md:min-w-11"
            >
              {counts[fact]}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
