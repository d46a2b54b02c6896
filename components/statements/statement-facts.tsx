import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TimeText } from '@/components/shared/date-text'
import { Section } from '@/components/shared/section'
import { StatusTag } from '@/components/shared/status-tag'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { StatementPage } from '@/server/statements/get-statement'

type Named = { name: string; nameEn: string } | null

/** Status, then who drew it up, signed, countersigned or sent it back, and whether it is still what its sum says. */
export function StatementFacts({ page }: { page: StatementPage }) {
  const t = useTranslations('statements')
  const { nameOf } = useTaskWords()
  const by = (one: Named, other: Named = null) => {
    const name = one ? nameOf(one) : ''
    return other ? t('facts.behalf', { name, other: nameOf(other) }) : name
  }
  const proof = (how: string | null) => (how === null ? 'none' : t(`proofs.${how}`))
  const { signedFor, countersignedFor: otherFor } = page
  const steps = [
    { key: 'drawnUp', at: page.drawnUpAt, by: by(page.drawnUpBy), how: 'none' },
    { key: 'signed', at: page.signedAt, by: by(page.signedBy, signedFor), how: proof(page.signedHow) },
    {
      key: 'countersigned',
      at: page.countersignedAt,
      by: by(page.countersignedBy, otherFor),
      how: proof(page.countersignedHow),
    },
    { key: 'sentBack', at: page.sentBackAt, by: by(page.sentBackBy), how: 'none' },
  ] as const
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-note text-muted">
      <StatusTag current>{t(`status.${page.status}`)}</StatusTag>
      {steps.map(({ key, at, by: who, how }) =>
        at ? (
          <span key={key}>
            {t.rich(`facts.${key}`, {
              by: who,
              how,
              reason: page.sentBackReason ?? '',
              at: () => <TimeText at={at} />,
            })}
          </span>
        ) : null,
      )}
      <span className={page.intact ? undefined : 'font-semibold text-danger'}>
        {t(page.intact ? 'facts.intact' : 'facts.broken')}
      </span>
    </div>
  )
}

/** The other statements of the unit for the directive, newest first. */
export function StatementVersions({ page }: { page: StatementPage }) {
  const t = useTranslations('statements')
  if (page.versions.length < 2) return null
  return (
    <Section id="versions" title={t('versions.title')} className="print:hidden">
      <ul>
        {page.versions.map((one) => (
          <li key={one.no} className="flex flex-wrap items-center gap-3 py-1">
            {one.no === page.no ? (
              <span>
                {t('versions.line', { seq: one.seq })}{' '}
                <span className="text-muted">{t('versions.current')}</span>
              </span>
            ) : (
              <Link
                href={`/statements/${one.no}`}
                className="inline-flex min-h-6 items-center max-md:min-h-11"
              >
                {t('versions.line', { seq: one.seq })}
              </Link>
            )}
            <StatusTag>{t(`status.${one.status}`)}</StatusTag>
            <span className="text-note text-muted">
              <TimeText at={one.countersignedAt ?? one.drawnUpAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
