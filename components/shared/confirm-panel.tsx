import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { SummaryList, type SummaryRow } from './summary-list'

type ConfirmPanelProps = {
  /** A statement, not a question: “Dispatch 14 tasks”. */
  title: ReactNode
  /** What follows, in numbers and names: “sends 23 notices to 9 units; to be acknowledged by 2020-04-13”. */
  consequence: ReactNode
  facts?: readonly SummaryRow[]
  /** Fields of the act, such as the reason. */
  children?: ReactNode
  /** A SubmitButton that repeats verb, object and number. */
  submit: ReactNode
  cancelHref: string
  cancelLabel: ReactNode
}

/** The step before something leaves the office: heading, consequence, facts, fields, one button, and cancel as a link. */
export function ConfirmPanel({
  title,
  consequence,
  facts,
  children,
  submit,
  cancelHref,
  cancelLabel,
}: ConfirmPanelProps) {
  return (
    <div className="grid max-w-[640px] gap-4 border-t-4 border-double border-brand pt-4">
      <h2 className="text-section">{title}</h2>
      <p className="text-prose">{consequence}</p>
      {facts?.length ? <SummaryList rows={facts} /> : null}
      {children}
      <div className="flex flex-wrap items-center gap-4">
        {submit}
        <ButtonLink href={cancelHref} variant="quiet">
          {cancelLabel}
        </ButtonLink>
      </div>
    </div>
  )
}
