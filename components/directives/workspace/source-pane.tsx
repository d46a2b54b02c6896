'use client'

import { useTranslations } from 'next-intl'
import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { paragraphsOf, standingsOf } from '@/domain/directives/draft/standing'
import type { Draft, DraftProvision } from '@/domain/directives/draft/model'
import { receivedOffset, shownStretch, type NoiseEntry } from '@/domain/directives/draft/show-text'
import { cx } from '@/lib/cx'
import { CutBar, type Cut } from './cut-bar'
import { OutOfSight } from './out-of-sight'
import { Sentence } from './sentence'
import { SourceHead } from './source-head'
import { useMarginLetters } from './use-margin-letters'
import { useWorkspaceApi, useWorkspaceFacts } from './workspace-context'
import css from './workspace.module.css'

type SourcePaneProps = {
  draft: Draft
  /** The text that the tidy view shows, in simplified characters where it was traditional. */
  readable: string
  noise: readonly NoiseEntry[]
  currentId: string | null
  /** Sentences of the current task: all of them are marked. */
  markedIds: readonly string[]
  cut: Cut | null
  onCut: (cut: Cut | null) => void
  onDoCut: () => void
  /** Where in the current sentence was clicked, in the text as received: a cut starts there. */
  onCaret: (offset: number | null) => void
  /** What can be done with the current sentence. */
  foot: ReactNode
}

/** The text as received, sentence by sentence: tidied or as it came. */
export function SourcePane(props: SourcePaneProps) {
  const { draft, readable, noise, currentId, markedIds, cut, onCut, onDoCut, onCaret, foot } = props
  const t = useTranslations('workspace')
  const { directive } = useWorkspaceFacts()
  const [tidy, setTidy] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const { provisions } = draft
  const paragraphs = useMemo(() => paragraphsOf({ text: draft.text, provisions }), [draft.text, provisions])
  const standings = useMemo(() => standingsOf(draft), [draft])
  useMarginLetters(text, `${tidy}${cut?.offset}${provisions.length}`)

  const { kind, waiting } = useMemo(() => waitingIn(paragraphs, standings), [paragraphs, standings])
  const shown = useShown(draft.text, readable, noise, tidy)
  const onSelect = useSelect({ draft, readable, noise, tidy, onCaret })
  return (
    <div className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] max-lg:block max-lg:border-0">
      <section
        ref={box}
        aria-label={t('source.title')}
        className="overflow-auto max-lg:overflow-visible"
        data-pane="text"
      >
        <SourceHead tidy={tidy} onTidy={setTidy} />
        <div
          ref={text}
          role="group"
          aria-label={t('source.sentences')}
          lang={directive.language}
          className={css.text}
        >
          {paragraphs.map((paragraph) => (
            <div
              key={paragraph[0]?.id}
              id={`p-${paragraph[0]?.id}`}
              className={cx(
                css.paragraph,
                directive.language.startsWith('zh') && css.indent,
                !tidy && 'whitespace-pre-wrap',
              )}
            >
              {paragraph.map((one, index) => (
                <Fragment key={one.id}>
                  {blankBefore(paragraph[index - 1], one)}
                  <Sentence
                    id={one.id}
                    kind={one.class}
                    confirmed={one.confirmed}
                    account={standings.get(one.id)?.account ?? 'open'}
                    {...piecesOf(one, cut, shown)}
                    current={one.id === currentId || markedIds.includes(one.id)}
                    inTabOrder={currentId ? one.id === currentId : index === 0 && paragraph === paragraphs[0]}
                    tasks={standings.get(one.id)?.tasks.length ?? 0}
                    onSelect={onSelect}
                  />
                </Fragment>
              ))}
            </div>
          ))}
        </div>
      </section>
      {cut ? (
        <CutBar cut={cut} onCut={onCut} onDo={onDoCut} />
      ) : (
        <div>
          {foot}
          <OutOfSight box={box} kind={kind} waiting={waiting} />
        </div>
      )}
    </div>
  )
}

type Place = Pick<SourcePaneProps, 'draft' | 'readable' | 'noise' | 'onCaret'> & { tidy: boolean }

/** What a press on a sentence does; stable, so that no sentence is drawn anew for it. */
function useSelect(place: Place) {
  const api = useWorkspaceApi()
  const now = useRef(place)
  useEffect(() => {
    now.current = place
  })
  return useCallback(
    (provisionId: string, at: number | null, alt: boolean) => {
      const { draft, readable, noise, tidy, onCaret } = now.current
      const provision = draft.provisions.find((one) => one.id === provisionId)
      if (!provision || at === null) onCaret(null)
      else onCaret(tidy ? receivedOffset(readable, noise, provision, at) : provision.start + at)
      if (alt) api.cycleTasks(provisionId)
      else api.select({ provisionId }, 'text')
    },
    [api],
  )
}

/** The words of a stretch as they are shown; those of a whole sentence are worked out once. */
function useShown(text: string, readable: string, noise: readonly NoiseEntry[], tidy: boolean) {
  return useMemo(() => {
    const known = new WeakMap<DraftProvision, string>()
    const read = (start: number, end: number) =>
      tidy ? shownStretch(readable, noise, start, end) : text.slice(start, end)
    return {
      read,
      whole: (one: DraftProvision): string => {
        const words = known.get(one) ?? read(one.start, one.end)
        known.set(one, words)
        return words
      },
    }
  }, [text, readable, noise, tidy])
}

/** What is read of a sentence: its words, or those before and after the cut; a cut before the sentence is drawn at its start. */
function piecesOf(one: DraftProvision, cut: Cut | null, shown: ReturnType<typeof useShown>) {
  if (cut?.offset === one.start) return { words: '', afterCut: shown.whole(one) }
  if (!cut || cut.offset < one.start || cut.offset >= one.end)
    return { words: shown.whole(one), afterCut: null }
  return { words: shown.read(one.start, cut.offset), afterCut: shown.read(cut.offset, one.end) }
}

/** What is still to be said, by paragraph: unclassified sentences where there are any, else those not confirmed. */
function waitingIn(
  paragraphs: readonly (readonly DraftProvision[])[],
  standings: ReturnType<typeof standingsOf>,
) {
  const list = (fits: (one: DraftProvision) => boolean) =>
    paragraphs.flatMap((paragraph) => {
      const ids = paragraph.filter(fits).map((one) => one.id)
      return ids.length > 0 ? [[paragraph[0]?.id ?? '', ids] as const] : []
    })
  const open = list((one) => ['open', 'unserved'].includes(standings.get(one.id)?.account ?? 'open'))
  if (open.length > 0) return { kind: 'open' as const, waiting: open }
  return { kind: 'pending' as const, waiting: list((one) => standings.get(one.id)?.pending ?? true) }
}

/** Sentences of Latin text are parted by the blank that the text has there. */
function blankBefore(before: { end: number } | undefined, one: { start: number }): string | null {
  return before && one.start > before.end ? ' ' : null
}
