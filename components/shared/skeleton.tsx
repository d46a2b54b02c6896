import { useTranslations } from 'next-intl'

/** What is coming: a title over a table with its tools, over a list of rows, or over panels. */
export type SkeletonLook = 'table' | 'list' | 'panels'

/** Grey shapes the size of what is coming, drawn only after 300 ms, since most pages are faster. */
export function Skeleton({ look }: { look: SkeletonLook }) {
  const t = useTranslations('common')
  return (
    <div role="status" className="skeleton grid py-4">
      <span className="sr-only">{t('loading')}</span>
      <span aria-hidden className="mb-4 h-8 w-48 rounded bg-raised" />
      {look === 'panels' ? <Panels /> : null}
      {look === 'table' ? <span aria-hidden className="mb-3 h-10 rounded bg-raised" /> : null}
      {look === 'panels' ? null : <Rows count={look === 'table' ? 12 : 6} />}
    </div>
  )
}

function Rows({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <span key={index} aria-hidden className="flex h-14 items-center gap-4 border-b">
      <span className="h-4 w-16 rounded bg-raised" />
      <span className="h-4 flex-1 rounded bg-raised" />
      <span className="h-4 w-24 rounded bg-raised max-md:hidden" />
    </span>
  ))
}

function Panels() {
  return (
    <>
      <span aria-hidden className="mb-2 h-11 w-4/5 rounded bg-raised" />
      <span aria-hidden className="mb-6 h-8 rounded bg-raised" />
      <span aria-hidden className="grid gap-8 lg:grid-cols-[7fr_5fr]">
        <span className="grid content-start">
          <Rows count={8} />
        </span>
        <span className="h-72 rounded bg-raised" />
      </span>
    </>
  )
}
