'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type RefObject } from 'react'
import { DateText } from '@/components/shared/date-text'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Disclosure } from '@/components/ui/disclosure'
import { showToast } from '@/components/ui/toast-store'
import { idle, type ActionState } from '@/domain/action-state'
import { REPORT_TEXT_LIMITS } from '@/domain/reports/report'
import type { ShownEvidence } from '@/server/reports/hang-evidence'
import type { ReportsBelow } from '@/server/reports/list-reports-below'
import type { MergeResult } from '@/server/reports/merge-reports-below'
import type { useEvidenceAct } from './evidence-field'
import { newId } from '@/lib/new-id'

export type MergeAction = (
  state: ActionState<MergeResult>,
  payload: object,
) => Promise<ActionState<MergeResult>>

type MergeBelowProps = {
  assignmentId: string
  below: ReportsBelow
  form: RefObject<HTMLFormElement | null>
  merge: MergeAction
  act: ReturnType<typeof useEvidenceAct>
  onPieces: (pieces: readonly ShownEvidence[]) => void
}

/** 汇总下级反馈: what the units below said, in a draft of one's own words; their evidence by reference; the claim as they stand together. */
export function MergeBelow({ assignmentId, below, form, merge, act, onPieces }: MergeBelowProps) {
  const t = useTranslations('cascade.merge')
  const english = useLocale() === 'en'
  const { reports, reported, total } = below
  const [chosen, setChosen] = useState<readonly string[]>(
    reports.filter((report) => !report.used).map((report) => report.reportId),
  )
  const nameOf = (unit: { name: string; nameEn: string }) => (english ? unit.nameEn : unit.name)

  const fill = (result: MergeResult) => {
    const head = t('head', { reported: result.reported, total: result.total })
    const had = textOf(form.current, 'done')
    const room = REPORT_TEXT_LIMITS.done - had.length - head.length - 2 * result.reports.length
    const each = Math.max(12, Math.floor(room / result.reports.length) - 20)
    const lines = result.reports.map((report) =>
      t('line', { unit: nameOf(report.unit), claimed: report.claimed, text: shortened(report.done, each) }),
    )
    const whole = [had, head, ...lines].filter(Boolean).join('\n').slice(0, REPORT_TEXT_LIMITS.done)
    typeInto(form.current, 'done', whole)
    if (result.claimed !== null) typeInto(form.current, 'claimedProgress', String(result.claimed))
    onPieces(result.pieces)
    showToast(t('done', { count: result.reports.length, evidence: result.pieces.length }))
  }

  return (
    <section aria-labelledby="merge-title" data-aside className="border-s-3 border-brand ps-4">
      <h2 id="merge-title" className="text-prose">
        {t('title', { reported, total })}
      </h2>
      <p className="text-note text-muted">{t('hint', { claimed: below.claimed ?? 0 })}</p>
      <Disclosure summary={t('choose', { count: chosen.length, total: reports.length })}>
        <ul className="max-h-96 overflow-y-auto border-t">
          {reports.map((report) => (
            <li key={report.reportId} className="border-b py-1">
              <Checkbox
                label={t('report', {
                  unit: nameOf(report.unit),
                  claimed: report.claimed,
                  evidence: report.evidence,
                })}
                hint={
                  <>
                    <DateText on={report.on} /> · {t(report.accepted ? 'accepted' : 'waiting')}
                    {report.used ? ` · ${t('used')}` : null}
                    <span className="line-clamp-2">{report.done}</span>
                  </>
                }
                checked={chosen.includes(report.reportId)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, report.reportId]
                      : chosen.filter((one) => one !== report.reportId),
                  )
                }
              />
            </li>
          ))}
        </ul>
      </Disclosure>
      <Button
        className="mt-2"
        disabled={chosen.length === 0}
        onClick={() =>
          act(() => merge(idle, { assignmentId, reportIds: chosen, idempotencyKey: newId() }), fill)
        }
      >
        {t('submit', { count: chosen.length })}
      </Button>
    </section>
  )
}

function textOf(form: HTMLFormElement | null, name: string): string {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLTextAreaElement ? field.value.trim() : ''
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** As if typed, so that the drafts on this device and on the server learn of it. */
function typeInto(form: HTMLFormElement | null, name: string, value: string) {
  const field = form?.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
