import {
  ArrowLeftRight,
  CheckCheck,
  ClipboardCheck,
  CornerUpLeft,
  MessageSquareText,
  PenLine,
  Send,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { LightShape, type LightName } from '@/components/shared/light'
import { TimeText } from '@/components/shared/date-text'

/** The sign of a kind of change; the sentence beside it says it in words. */
const SIGN: Readonly<Record<string, LucideIcon>> = {
  'task.dispatched': Send,
  'task.submitted': Send,
  'task.sent_back': CornerUpLeft,
  'assignment.acknowledged': CheckCheck,
  'assignment.refused': CornerUpLeft,
  'report.sent_for_signoff': PenLine,
  'report.sent_back': CornerUpLeft,
  'report.submitted': MessageSquareText,
  'report.accepted': CheckCheck,
  'report.returned': CornerUpLeft,
  'task.concluded': ClipboardCheck,
  'task.completed': ClipboardCheck,
  'task.struck_off': ClipboardCheck,
}

/** A light that turned is marked by its own shape. */
const LIGHTS: Readonly<Record<string, LightName>> = {
  'light.off': 'off',
  'light.risk': 'risk',
  'light.ok': 'ok',
}

type ChangeRowProps = { event: string; at: string; today: string; children: ReactNode }

/** One line of 上次以来: sign, sentence, time. */
export function ChangeRow({ event, at, today, children }: ChangeRowProps) {
  const Sign = SIGN[event] ?? ArrowLeftRight
  const light = LIGHTS[event]
  return (
    <li
      data-desk-row
      className="grid grid-cols-[20px_minmax(0,1fr)_auto] gap-x-3 border-b py-2 max-lg:py-3 lg:px-2"
    >
      {light ? (
        <LightShape light={light} className="mt-1" />
      ) : (
        <Sign aria-hidden className="mt-0.5 size-4 text-muted" />
      )}
      <span className="min-w-0 max-lg:text-prose">{children}</span>
      <span className="text-muted">
        <TimeText at={at} today={today} />
      </span>
    </li>
  )
}
