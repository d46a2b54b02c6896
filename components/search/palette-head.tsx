'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { IconButton } from '@/components/ui/icon-button'

type PaletteHeadProps = {
  typed: string
  onType: (text: string) => void
  onCompose: (composing: boolean) => void
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onClose: () => void
  currentId?: string
  expanded: boolean
  loading: boolean
  status: string
}

/** The box itself: keys choose in the list below while it keeps the focus. */
export function PaletteHead(props: PaletteHeadProps) {
  const { typed, onType, onCompose, onKeyDown, onClose, currentId, expanded, loading, status } = props
  const t = useTranslations('search')
  return (
    <div className="flex min-h-14 items-center gap-2 border-b px-4">
      <Search aria-hidden className="text-muted" />
      <input
        autoFocus
        type="text"
        role="combobox"
        aria-label={t('label')}
        aria-expanded={expanded}
        aria-controls="palette-found"
        aria-autocomplete="list"
        aria-activedescendant={currentId}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={100}
        placeholder={t('label')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onCompositionStart={() => onCompose(true)}
        onCompositionEnd={() => onCompose(false)}
        onKeyDown={onKeyDown}
        className="min-h-11 min-w-0 flex-1 bg-transparent text-prose outline-none"
      />
      <span role="status" className="text-note whitespace-nowrap text-muted">
        {loading ? (
          <span className="max-sm:sr-only">{t('searching')}</span>
        ) : (
          <span className="sr-only">{status}</span>
        )}
      </span>
      <IconButton label={t('close')} icon={<X />} onClick={onClose} />
    </div>
  )
}
