'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import { openSearch } from './open-search'

/** The box in the top bar: a form that leads to the results; pressed, it opens the palette instead. */
export function SearchBox() {
  const t = useTranslations('shell')
  return (
    <form
      action="/search"
      role="search"
      aria-label={t('searchAll')}
      className="relative w-full max-w-[400px] max-lg:hidden"
    >
      <Search aria-hidden className="pointer-events-none absolute start-2.5 top-1.5 text-muted" />
      <input
        type="search"
        name="q"
        id="shell-search"
        autoComplete="off"
        maxLength={100}
        aria-label={t('searchHint')}
        aria-keyshortcuts="Control+K Meta+K /"
        placeholder={t('searchHint')}
        onMouseDown={(event) => {
          if (event.button === 0 && openSearch()) event.preventDefault()
        }}
        className="min-h-8 w-full rounded border border-edge bg-bg ps-10 pe-16 text-ui"
      />
      <span className="pointer-events-none absolute end-2 top-1">
        <Kbd>{'Ctrl K'}</Kbd>
      </span>
    </form>
  )
}
