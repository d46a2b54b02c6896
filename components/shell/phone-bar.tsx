'use client'

import { Search, UserRound } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { openSearch } from '@/components/search/open-search'
import { CountBadge } from './count-badge'
import { LiveCount } from './live-count'
import { NavIcon } from './nav-icon'
import { isCurrent, NAV, type NavKey, type ShellCounts } from './navigation'
import { LinkWait } from './page-wait'

type PhoneBarProps = { items: readonly NavKey[]; counts: ShellCounts; searchHref: string }

/** The bottom bar below 1024 px: at most five places, 44 px and more. */
export function PhoneBar({ items, counts, searchHref }: PhoneBarProps) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('mainNav')}
      className="fixed inset-x-0 bottom-0 z-5 flex min-h-14 border-t bg-bg pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      {items.map((key) => {
        const { href, count } = NAV[key]
        const number = key === 'desk' ? counts.todo : count ? counts[count] : 0
        return (
          <Place key={key} href={href} icon={<NavIcon name={key} />} count={number} live={key === 'desk'}>
            {t(`navPhone.${key}`)}
          </Place>
        )
      })}
      <Place href={searchHref} icon={<Search />} onPress={openSearch}>
        {t('search')}
      </Place>
      <Place href="/me" icon={<UserRound />}>
        {t('me')}
      </Place>
    </nav>
  )
}

function Place({
  href,
  icon,
  count = 0,
  live,
  onPress,
  children,
}: {
  href: string
  icon: ReactNode
  count?: number
  /** The number changes while the page is open. */
  live?: boolean
  /** Does something in place of the link's own way, where it says so. */
  onPress?: () => boolean
  children: ReactNode
}) {
  const pathname = usePathname()
  const Count = live ? LiveCount : CountBadge
  const current = isCurrent(href, pathname)
  return (
    <Link
      href={href}
      onClick={(event) => onPress?.() && event.preventDefault()}
      aria-current={current ? 'page' : undefined}
      className="relative flex flex-1 flex-col items-center justify-center gap-0.5 text-center text-[12px] leading-4 text-muted -outline-offset-3! hover:no-underline aria-[current]:font-semibold aria-[current]:text-brand"
    >
      {current ? <span aria-hidden data-bar className="absolute -top-px h-[3px] w-12 bg-brand" /> : null}
      <LinkWait href={href} />
      {icon}
      <span>{children}</span>
      <Count count={count} className="absolute start-1/2 top-1 ms-1.5 px-1! leading-[18px]!" />
    </Link>
  )
}
