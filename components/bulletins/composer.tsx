'use client'

import { Save } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { ErrorSummary } from '@/components/shared/error-summary'
import { useKeys } from '@/components/shared/use-keys'
import { useProblems } from '@/components/shared/use-problems'
import { Button } from '@/components/ui/button'
import type { PaperFrame } from '@/server/bulletins/get-paper-frame'
import type { BulletinEdits } from '@/domain/bulletins/edits'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import type { BulletinActions } from './bulletin-actions'
import { ChangedNotice } from './changed-notice'
import { FigureDrawer } from './figure-drawer'
import { Outline } from './outline'
import { PaperEditor } from './paper-editor'
import { RefreshAndFreeze } from './refresh-and-freeze'
import { useComposer, type ComposerState } from './use-composer'

type Props = {
  bulletin: BulletinPage
  paper: PaperFrame
  units: readonly { code: string; label: string }[]
  idempotencyKey: string
  actions: BulletinActions
  /** Steps, naming check, remarks, versions: beside the page. */
  beside: ReactNode
}

/** The composer 督查通报: outline, the page as it will be printed, and the figures to put into it. */
export function Composer({ bulletin, paper, units, idempotencyKey, actions, beside }: Props) {
  const t = useTranslations('bulletins')
  const common = useTranslations('common')
  const root = useRef<HTMLDivElement>(null)
  const composer = useComposer(bulletin, actions.save, root)
  const { problems, conflict } = useProblems(composer.state)
  useKeys({
    'Mod+KeyS': () => composer.submit(),
    'Mod+Shift+KeyF': () => document.querySelector<HTMLElement>('[data-insert-figure]')?.focus(),
  })
  const present = conflict?.params?.version
  return (
    <div className="bulletin-desk">
      <Outline content={bulletin.content} />
      <div className="min-w-0" ref={root}>
        <div className="bulletin-bar">
          <Button
            variant="primary"
            icon={<Save aria-hidden className="size-4" />}
            onClick={() => composer.submit()}
          >
            {t('edit.save')}
          </Button>
          <span role="status" className="text-note text-muted">
            {composer.dirty
              ? t('edit.unsaved')
              : composer.state.status === 'ok'
                ? t('edit.saved')
                : t('edit.keys')}
          </span>
        </div>
        {conflict ? (
          <div className="pb-3">
            <ChangedNotice
              params={conflict.params}
              href={`/bulletins/B${bulletin.no}`}
              yours={textOf(composer.state)}
              resubmit={
                typeof present === 'number' ? (
                  <Button onClick={() => composer.submit(present)}>{common('conflict.resubmit')}</Button>
                ) : null
              }
            />
          </div>
        ) : (
          <ErrorSummary problems={problems} />
        )}
        <PaperEditor bulletin={bulletin} paper={paper} composer={composer} />
      </div>
      <div className="min-w-0">
        <RefreshAndFreeze {...{ bulletin, idempotencyKey, actions }} dirty={composer.dirty} />
        {bulletin.offered ? (
          <FigureDrawer
            offered={bulletin.offered}
            units={units}
            language={bulletin.language}
            insert={composer.insert}
          />
        ) : null}
        {beside}
      </div>
    </div>
  )
}

/** What was sent, as text to be copied: fields by what they count. */
function textOf(state: ComposerState['state']): string {
  const sent = state.status === 'error' ? state.values.edits : null
  const parsed = typeof sent === 'string' ? (JSON.parse(sent) as BulletinEdits) : null
  const inline = (one: object) => ('text' in one ? String(one.text) : '…')
  return (parsed?.sections ?? [])
    .flatMap(({ paragraphs }) => paragraphs.map((inlines) => inlines.map(inline).join('')))
    .join('\n')
}
