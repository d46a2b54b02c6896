'use client'

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cx } from '@/lib/cx'
import { NAV_COOKIE } from '@/lib/display-cookies'
import { CountBadge } from './count-badge'
import { NavIcon } from './nav-icon'
import { isCurrent, NAV, wantsSlim, type NavKey, type ShellCounts } from './navigation'
import { LinkWait } from './page-wait'

type MainNavProps = { items: readonly NavKey[]; counts: ShellCounts; collapsed: boolean }

/** The left navigation: 208 px with words beside the icons, or 56 px with short words under them. */
export function MainNav({ items, counts, collapsed: initially }: MainNavProps) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const [collapsed, setCollapsed] = useState(initially)
  const forced = wantsSlim(pathname)
  const slim = collapsed || forced

  function toggle() {
    setCollapsed(!collapsed)
    document.cookie = `${NAV_COOKIE}=${collapsed ? 'wide' : 'slim'}; path=/; max-age=31536000; samesite=lax`
  }

  return (
    <nav
      aria-label={t('mainNav')}
      className={cx(
        'flex shrink-0 flex-col border-e bg-bg max-lg:hidden print:hidden',
        slim ? 'w-14 py-2' : 'w-52 py-3',
      )}
    >
      <ul>
        {items.map((key) => {
          const { href, count } = NAV[key]
          return (
            <li key={key}>
              <Link
                href={href}
                aria-current={isCurrent(href, pathname) ? 'page' : undefined}
                className={cx(
                  'flex items-center border-s-3 border-transparent text-text -outline-offset-3! hover:bg-surface hover:no-underline',
                  'aria-[current]:border-brand aria-[current]:bg-brand-tint aria-[current]:font-semibold aria-[current]:text-brand',
                  slim
                    ? 'min-h-14 flex-col justify-center gap-0.5 py-1 pe-[3px] text-center text-[12px] leading-4'
                    : 'min-h-10 gap-3 ps-[13px] pe-4',
                )}
              >
                <LinkWait href={href} />
                <NavIcon name={key} />
                <span>{t(slim ? `navShort.${key}` : `nav.${key}`)}</span>
                {count && !slim ? (
                  <CountBadge count={counts[count]} tone="plain" className="ms-auto" />
                ) : null}
                {count && slim && counts[count] > 0 ? <span className="sr-only">{counts[count]}</span> : null}
              </Link>
            </li>
          )
        })}
      </ul>
      {forced ? null : (
        <button
          type="button"
          onClick={toggle}
          aria-pressed={collapsed}
          aria-label={t('collapseNav')}
          title={t(collapsed ? 'expandNav' : 'collapseNav')}
          className={cx(
            'mt-auto flex min-h-10 items-center gap-3 text-muted -outline-offset-3! hover:bg-surface',
            slim ? 'justify-center' : 'px-4',
          )}
        >
          {collapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
          {slim ? null : <span aria-hidden>{t('collapseNav')}</span>}
        </button>
      )}
    </nav>
  )
}
