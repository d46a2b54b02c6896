'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { accountOf, isPending, paragraphsOf } from '@/domain/directives/draft/standing'
import { tasksOf, type Draft } from '@/domain/directives/draft/model'
import { receivedOffset, shownStretch, type NoiseEntry } from '@/domain/directives/draft/show-text'
import { cx } from '@/lib/cx'
import { CutBar, type Cut } from './cut-bar'
import { Sentence } from './sentence'
import { SourceHead } from './source-head'
import { useMarginLetters } from './use-margin-letters'
import { useOutOfSight } from './use-out-of-sight'
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
  const api = useWorkspaceApi()
  const { directive } = useWorkspaceFacts()
  const [tidy, setTidy] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const paragraphs = useMemo(() => paragraphsOf(draft), [draft])
  useMarginLetters(text, `${tidy}${cut?.offset}${draft.provisions.length}`)

  const open = draft.provisions.filter((one) => ['open', 'unserved'].includes(accountOf(draft, one)))
  const pending = open.length > 0 ? open : draft.provisions.filter((one) => isPending(draft, one))
  const { above, below } = useOutOfSight(
    box,
    pending.map((one) => one.id),
  )
  const kind = open.length > 0 ? 'open' : 'pending'

  const shown = useCallback(
    (start: number, end: number) =>
      tidy ? shownStretch(readable, noise, start, end) : draft.text.slice(start, end),
    [tidy, readable, noise, draft.text],
  )
  const place = useRef({ draft, tidy })
  useEffect(() => {
    place.current = { draft, tidy }
  })
  const onSelect = useCallback(
    (provisionId: string, at: number | null, alt: boolean) => {
      const provision = place.current.draft.provisions.find((one) => one.id === provisionId)
      onCaret(
        !provision || at === null
          ? null
          : place.current.tidy
            ? receivedOffset(readable, noise, provision, at)
            : provision.start + at,
      )
      if (alt) api.cycleTasks(provisionId)
      else api.select({ provisionId }, 'text')
    },
    [api, onCaret, noise, readable],
  )

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
              className={cx(
                css.paragraph,
                directive.language.startsWith('zh') && css.indent,
                !tidy && 'whitespace-pre-wrap',
              )}
            >
              {paragraph.map((one, index) => (
                <Fragment key={one.id}>
                  {blankBefore(draft.text, paragraph[index - 1], one)}
                  <Sentence
                    provision={one}
                    account={accountOf(draft, one)}
                    pieces={piecesOf(one, cut, shown)}
                    current={one.id === currentId || markedIds.includes(one.id)}
                    inTabOrder={currentId ? one.id === currentId : index === 0 && paragraph === paragraphs[0]}
                    tasks={tasksOf(draft, one.id).length}
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
          <div className="flex min-h-10 items-center justify-between gap-4 border-t px-6 max-lg:hidden">
            <OutOfSight t={t} kind={kind} count={above.length} way="above" onGo={() => go(above.at(-1))} />
            <OutOfSight t={t} kind={kind} count={below.length} way="below" onGo={() => go(below[0])} />
          </div>
        </div>
      )}
    </div>
  )

  function go(provisionId: string | undefined) {
    if (provisionId) api.select({ provisionId }, 'text')
  }
}

function piecesOf(
  one: { start: number; end: number },
  cut: Cut | null,
  shown: (start: number, end: number) => string,
): string[] {
  if (cut && cut.offset > one.start && cut.offset < one.end)
    return [shown(one.start, cut.offset), shown(cut.offset, one.end)]
  // A cut before the sentence is drawn at its start.
  if (cut && cut.offset === one.start) return ['', shown(one.start, one.end)]
  return [shown(one.start, one.end)]
}

/** Sentences of Latin text are parted by the blank that the text has there. */
function blankBefore(
  text: string,
  before: { end: number } | undefined,
  one: { start: number },
): string | null {
  return before && one.start > before.end ? ' ' : null
}

type OutOfSightProps = {
  t: ReturnType<typeof useTranslations<'workspace'>>
  kind: 'open' | 'pending'
  way: 'above' | 'below'
  count: number
  onGo: () => void
}

function OutOfSight({ t, kind, way, count, onGo }: OutOfSightProps) {
  const Arrow = way === 'above' ? ChevronUp : ChevronDown
  if (count === 0) return <span className="text-note text-muted">{t(`outOfSight.none.${way}`)}</span>
  return (
    <Button
      size="s"
      onClick={onGo}
      icon={<Arrow className="size-4" />}
      className={kind === 'open' ? 'border-class-open! text-class-open!' : undefined}
    >
      {t(`outOfSight.${kind}.${way}`, { count })}
    </Button>
  )
}
