'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ReportValues } from '@/components/indicators/report-values'
import { DateText } from '@/components/shared/date-text'
import { RadioGroup } from '@/components/ui/radio-group'
import type { DifferencePiece } from '@/domain/reports/text-difference'
import type { ReportView } from '@/server/reports/read-report-view'
import { DifferenceText } from './difference-text'
import { textLang } from './text-lang'

type ReportBodyProps = {
  report: ReportView
  /** Against the last report; null for the first one. */
  difference: readonly DifferencePiece[] | null
}

/** The text of a report, whole or as what changed since the last one. Words selected in it can be quoted. */
export function ReportBody({ report, difference }: ReportBodyProps) {
  const t = useTranslations('review')
  const [look, setLook] = useState<'full' | 'difference'>(difference ? 'difference' : 'full')
  const unchanged = difference?.every((piece) => piece.kind === 'same') ?? false
  return (
    <section className="grid gap-2" data-quotable>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-[16px] leading-6">{t('text')}</h2>
        {difference ? (
          <RadioGroup
            legend={t('view')}
            hideLegend
            name={`look-${report.id}`}
            look="segmented"
            value={look}
            onValueChange={(value) => setLook(value === 'full' ? 'full' : 'difference')}
            options={[
              { value: 'full', label: t('full') },
              { value: 'difference', label: t('difference') },
            ]}
          />
        ) : (
          <span className="text-note text-muted">{t('firstText')}</span>
        )}
        <span className="text-note text-muted max-md:hidden">{t('quoteHint')}</span>
      </div>
      {look === 'difference' && difference ? (
        <>
          {unchanged ? <p className="font-semibold text-risk">{t('noDifference')}</p> : null}
          <div lang={textLang(report.done)}>
            <DifferenceText pieces={difference} />
          </div>
        </>
      ) : (
        <p lang={textLang(report.done)} className="measure text-prose whitespace-pre-wrap">
          {report.done}
        </p>
      )}
      <ReportValues values={report.indicators} />
      <Part title={t('nextStep')} text={report.nextStep}>
        {report.nextStepOn
          ? t.rich('on', { on: () => <DateText on={report.nextStepOn} look="short" /> })
          : null}
      </Part>
      <Part title={t('difficulty')} text={report.difficulty} />
      {report.helpNeeded ? <Part title={t('help')} text={report.helpNeeded} /> : null}
    </section>
  )
}

function Part({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  const t = useTranslations('review')
  return (
    <div className="mt-2">
      <h3 className="font-semibold">{title}</h3>
      <p lang={textLang(text)} className={text ? 'measure whitespace-pre-wrap' : 'text-muted'}>
        {text || t('none')}
        {text ? children : null}
      </p>
    </div>
  )
}
