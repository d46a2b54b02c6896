import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type PageHeaderProps = {
  title: ReactNode
  /** Count, “as of 09:00”, a date: what stands muted behind the title. */
  meta?: ReactNode
  /** Lights, tags: a line of facts under the title. */
  facts?: ReactNode
  /** At most one primary button. On a phone they tuck under the title. */
  actions?: ReactNode
  /** Only below the second level. */
  crumbs?: readonly { href: string; label: ReactNode }[]
}

/** The page's one h1 with what belongs to it. */
export function PageHeader({ title, meta, facts, actions, crumbs }: PageHeaderProps) {
  const t = useTranslations('common')
  return (
    <header className="grid content-center gap-1 py-3 md:min-h-16">
      {crumbs?.length ? (
        <nav aria-label={t('breadcrumb')} className="text-note text-muted print:hidden">
          <ol className="flex flex-wrap gap-x-2">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-2">
                <Link href={crumb.href} className="inline-flex min-h-6 items-center max-md:min-h-11">
                  {crumb.label}
                </Link>
                <span aria-hidden>{'/'}</span>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-page max-md:text-section">{title}</h1>
        {meta ? <span className="text-muted">{meta}</span> : null}
        {actions ? (
          <div className="ms-auto flex flex-wrap items-center gap-2 max-md:ms-0 max-md:w-full print:hidden">
            {actions}
          </div>
        ) : null}
      </div>
      {facts ? <div className="flex flex-wrap items-center gap-x-3 gap-y-1">{facts}</div> : null}
    </header>
  )
}
