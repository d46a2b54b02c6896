import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TimeText } from '@/components/shared/date-text'
import type { Watch } from '@/server/notifications/read-watch'

/** On the desk of discipline under 现在要办: how the log stands as last verified, and the lists that are being written out. */
export function WatchList({ watch: { last, exports }, today }: { watch: Watch; today: string }) {
  const t = useTranslations('desk.watch')
  const kinds = useTranslations('exports')
  const band = useTranslations('audit.band')
  return (
    <ol>
      <Line href="/audit" title={t('log')} off={last?.whole === false}>
        {last?.whole ? band('whole', { count: last.count, unsealed: last.unsealed }) : null}
        {last && !last.whole ? band('broken', { no: last.brokenAt ?? 0 }) : null}
        {last ? (
          <span className="text-muted">
            {' '}
            {band.rich('checkedAt', { time: () => <TimeText at={last.at} today={today} />, by: last.by })}
          </span>
        ) : (
          band('never')
        )}
      </Line>
      {exports.map(({ id, kind, status, rows, total }) => (
        <Line key={id} href="/exports" title={t('export', { list: kinds(`kinds.${kind}`) })}>
          {status === 'running' ? kinds('status.running', { rows, total }) : kinds('status.queued')}
        </Line>
      ))}
    </ol>
  )
}

type LineProps = { href: string; title: string; off?: boolean; children: ReactNode }

function Line({ href, title, off = false, children }: LineProps) {
  return (
    <li
      data-desk-row
      className="relative grid min-h-14 content-center border-b py-2 hover:bg-surface focus-within:bg-surface lg:px-2"
    >
      <Link
        href={href}
        data-desk-link
        className="font-semibold text-text after:absolute after:inset-0 after:content-[''] hover:no-underline max-lg:text-prose"
      >
        {title}
      </Link>
      <span className={off ? 'font-semibold text-danger' : 'text-note'}>{children}</span>
    </li>
  )
}
