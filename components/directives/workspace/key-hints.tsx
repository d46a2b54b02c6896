'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'

const HINTS = [
  [['J', 'K'], 'move'],
  [['Tab'], 'pane'],
  [['A'], 'confirm'],
  [['L'], 'lead'],
  [['D'], 'due'],
  [['T'], 'kind'],
  [['X'], 'select'],
  [['B'], 'bulk'],
  [['[', ']'], 'width'],
] as const

const ALL = [
  ...HINTS,
  [['⇧A'], 'confirmParagraph'],
  [['1', '2', '3', '4'], 'class'],
  [['O'], 'supporting'],
  [['P'], 'milestones'],
  [['I'], 'indicators'],
  [['S'], 'split'],
  [['←', '→'], 'moveCut'],
  [['M'], 'merge'],
  [['N'], 'gap'],
  [['⇧J', '⇧K'], 'extend'],
  [['Ctrl A'], 'all_'],
  [['↵'], 'edit'],
  [['Esc'], 'leave'],
  [['Alt'], 'overlap'],
  [['Ctrl Z', 'Ctrl ⇧ Z'], 'undo'],
  [['Ctrl ↵'], 'check'],
] as const

const DIALOG = 'workspace-keys-dialog'

/** Opens the list of all keys. */
export function showKeys(): void {
  const dialog = document.getElementById(DIALOG)
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
}

/** The commonest keys under the cards, and all of them behind one button. */
export function KeyHints() {
  const t = useTranslations('workspace.keys')
  return (
    <div className="flex min-h-8 items-center gap-x-3.5 border-t bg-surface px-6 text-note whitespace-nowrap text-muted max-lg:hidden">
      <span className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-x-3.5 overflow-hidden [height:28px]">
        {HINTS.map(([keys, name]) => (
          <span key={name} className="inline-flex min-h-7 items-center gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {t(name)}
          </span>
        ))}
      </span>
      <button
        type="button"
        className="inline-flex shrink-0 min-h-7 items-center gap-1 text-link"
        onClick={showKeys}
      >
        <Kbd>{'?'}</Kbd>
        {t('all')}
      </button>
      <dialog
        id={DIALOG}
        aria-labelledby="workspace-keys"
        className="m-auto w-full max-w-[640px] rounded border border-edge bg-bg p-4 whitespace-normal text-text shadow-drawer backdrop:bg-[rgba(17,22,29,0.4)]"
      >
        <h2 id="workspace-keys" className="text-[16px] leading-6">
          {t('title')}
        </h2>
        <p className="text-note text-muted">{t('off')}</p>
        <dl className="mt-3 grid grid-cols-[auto_1fr_auto_1fr] gap-x-4 gap-y-1.5 text-ui max-md:grid-cols-[auto_1fr]">
          {ALL.map(([keys, name]) => (
            <div key={name} className="contents">
              <dt className="whitespace-nowrap">
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="me-1 rounded-sm border border-line bg-surface px-1 font-sans text-[12px]"
                  >
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-4">
          <Button type="submit">{t('close')}</Button>
        </form>
      </dialog>
    </div>
  )
}
