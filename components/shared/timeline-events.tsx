import Link from 'next/link'
import type { ReactNode } from 'react'

export type TimelineEvent = {
  id: string
  /** The act in one word or two, bold: “Returned report”. */
  title: ReactNode
  /** What of it: “3rd, figures in doubt”. */
  text?: ReactNode
  /** Name · unit · role. */
  by?: ReactNode
  /** ISO instant for machines … */
  at?: string
  /** … and as it is read. */
  when: ReactNode
  href?: string
  /** A leader's note: solid mark. */
  strong?: boolean
}

/** What happened, newest first: title, by whom, when. A list, not a task list. */
export function TimelineEvents({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol aria-label={label} className="relative">
      {events.map((event) => (
        <li
          key={event.id}
          className="relative ps-6 pb-4 not-last:before:absolute not-last:before:start-[7.5px] not-last:before:top-5 not-last:before:-bottom-1 not-last:before:border-s not-last:before:content-['']"
        >
          <span
            aria-hidden
            data-bar
            className={`absolute start-1 top-[7px] size-2 rounded-full border-2 ${event.strong ? 'border-brand bg-brand' : 'border-edge bg-bg'}`}
          />
          <div className="flex justify-between gap-x-4 max-sm:flex-wrap">
            <p className="min-w-0">
              <b>{event.href ? <Link href={event.href}>{event.title}</Link> : event.title}</b>
              {event.text ? <> {event.text}</> : null}
            </p>
            <time dateTime={event.at} className="whitespace-nowrap text-muted">
              {event.when}
            </time>
          </div>
          {event.by ? <p className="text-note text-muted">{event.by}</p> : null}
        </li>
      ))}
    </ol>
  )
}
