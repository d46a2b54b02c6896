'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'

type PaletteWaitProps = {
  typed: string
  onType: (text: string) => void
  onCompose: (composing: boolean) => void
  onClose: () => void
}

/** The box alone while the palette is on its way: what is typed meanwhile goes into it; Enter asks the page of results. */
export function PaletteWait({ typed, onType, onCompose, onClose }: PaletteWaitProps) {
  const t = useTranslations('search')
  return (
    <div className="fixed inset-0 z-20 flex items-start justify-center bg-[rgba(17,22,29,0.4)] sm:px-4 sm:pt-[8dvh] print:hidden">
      <form
        role="dialog"
        aria-modal
        aria-label={t('label')}
        action="/search"
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        className="h-dvh w-full bg-bg shadow-drawer sm:h-auto sm:max-w-[680px] sm:rounded sm:border sm:border-edge"
      >
        <div className="flex min-h-14 items-center gap-2 px-4">
          <Search aria-hidden className="text-muted" />
          <input
            autoFocus
            type="text"
            name="q"
            aria-label={t('label')}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={100}
            placeholder={t('label')}
            value={typed}
            onChange={(event) => onType(event.target.value)}
            onCompositionStart={() => onCompose(true)}
            // The last text of an input method may come after its end.
            onCompositionEnd={() => setTimeout(() => onCompose(false))}
            className="min-h-11 min-w-0 flex-1 bg-transparent text-prose outline-none"
          />
        </div>
      </form>
    </div>
  )
}
