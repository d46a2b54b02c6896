import { useTranslations } from 'next-intl'
import { useFailureText } from '@/components/shared/failure-text'
import { ButtonLink } from '@/components/ui/button'
import type { DirectivePage } from '@/server/directives/get-directive'

/** What this reader can do with the directive now: only what is possible is drawn. */
export function DirectiveActions({ no, may }: { no: number; may: DirectivePage['may'] }) {
  const t = useTranslations('directives.page')
  return (
    <>
      {may.discard ? (
        <ButtonLink variant="quiet" href={`/directives/D${no}?act=discard`}>
          {t('discard')}
        </ButtonLink>
      ) : null}
      {may.file ? <ButtonLink href={`/directives/D${no}?act=file`}>{t('file')}</ButtonLink> : null}
      {may.archive ? <ButtonLink href={`/directives/D${no}?act=archive`}>{t('archive')}</ButtonLink> : null}
      {may.close ? <ButtonLink href={`/directives/D${no}?act=close`}>{t('close')}</ButtonLink> : null}
      {may.decompose ? (
        <ButtonLink variant="primary" href={`/directives/D${no}/decompose`}>
          {t('continue')}
        </ButtonLink>
      ) : null}
    </>
  )
}

/** Why it cannot be closed or archived yet, in words: which tasks are open. */
export function DirectiveWaits({ waits }: { waits: DirectivePage['waits'] }) {
  const say = useFailureText()
  if (waits.length === 0) return null
  return <p className="text-muted">{waits.map(({ reason }) => say(reason.code, reason.params)).join(' ')}</p>
}

type DirectivePagesProps = {
  no: number
  from: number
  nextFrom: number | null
  look: 'received' | 'cleaned'
}

/** On through a very long text, and back to its start. */
export function DirectivePages({ no, from, nextFrom, look }: DirectivePagesProps) {
  const t = useTranslations('directives.page')
  const hrefOf = (start: number) => `/directives/D${no}?text=${look}&from=${start}#text`
  if (from === 0 && nextFrom === null) return null
  return (
    <p className="flex gap-4 pt-4 print:hidden">
      {from > 0 ? <ButtonLink href={hrefOf(0)}>{t('fromStart')}</ButtonLink> : null}
      {nextFrom === null ? null : <ButtonLink href={hrefOf(nextFrom)}>{t('more')}</ButtonLink>}
    </p>
  )
}
