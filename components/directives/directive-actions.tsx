import { useTranslations } from 'next-intl'
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
      {may.decompose ? (
        <ButtonLink variant="primary" href={`/directives/D${no}/decompose`}>
          {t('continue')}
        </ButtonLink>
      ) : null}
    </>
  )
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
