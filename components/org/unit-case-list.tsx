import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { SegmentedLinks } from '@/components/ui/segmented-links'
import type { UnitFigure } from '@/domain/org/unit-figures'
import type { UnitCases } from '@/server/org/list-unit-cases'
import { figureHref } from './figure-href'
import { UnitCaseTable } from './unit-cases'

type UnitCaseListProps = {
  code: string
  figure: UnitFigure
  cases: UnitCases
  asked: { counted: boolean; month: string | null; after: unknown }
}

/** Which of the cases, the cases, and the way on. */
export function UnitCaseList({ code, figure, cases, asked }: UnitCaseListProps) {
  const t = useTranslations('figures.cases')
  const month = asked.month ?? undefined
  const here = figureHref(code, figure, asked.counted ? 'counted' : 'all', month)
  return (
    <>
      <SegmentedLinks
        label={t('which')}
        items={(['counted', 'all'] as const).map((which) => ({
          href: figureHref(code, figure, which, month),
          label: t(which),
          current: asked.counted === (which === 'counted'),
        }))}
      />
      <UnitCaseTable cases={cases} figure={figure} />
      <p className="flex gap-2 py-3">
        {asked.after ? <ButtonLink href={here}>{t('back')}</ButtonLink> : null}
        {cases.next ? (
          <ButtonLink href={`${here}&after=${cases.next.on}_${cases.next.id}`}>{t('older')}</ButtonLink>
        ) : null}
      </p>
    </>
  )
}
