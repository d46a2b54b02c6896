'use client'

import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useMemo, useRef, type CSSProperties } from 'react'
import { useKeys } from '@/components/shared/use-keys'
import { newId } from '@/lib/new-id'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import { confirmParagraph, nextWhere } from './build-acts'
import { BulkBar } from './bulk-bar'
import { BulkResult } from './bulk-result'
import { CardsPane } from './cards-pane'
import { ConflictPanel } from './conflict-panel'
import { KeyHints, showKeys } from './key-hints'
import { SentenceBar } from './sentence-bar'
import { SourcePane } from './source-pane'
import { Splitter } from './splitter'
import { stepOf, type WorkspaceActions } from './use-draft-store'
import { useKeptFocus } from './use-kept-focus'
import { useSplitter } from './use-splitter'
import { useWorkspace } from './use-workspace'
import { factsOf } from './workspace-facts'
import { WholeActs } from './whole-acts'
import { hrefsOf } from './workspace-hrefs'
import { ApiContext, FactsContext, type WorkspaceApi } from './workspace-context'
import { WorkspaceHeader } from './workspace-header'
import { confirmAndGoOn, exceptAfterG, goToGap, workspaceKeys } from './workspace-keys'

type WorkspaceProps = {
  view: WorkspaceView
  actions: WorkspaceActions & { readDue: WorkspaceApi['readDue'] }
  startAt: { taskId?: string; provisionId?: string }
}

/** 分解工作台: the text on the left, its tasks on the right, each leading to the other; every act is saved as it is done. */
export function DecompositionWorkspace({ view, actions, startAt }: WorkspaceProps) {
  const t = useTranslations('workspace')
  const locale = useLocale()
  const facts = useMemo(() => factsOf(view, locale), [view, locale])
  const { here } = hrefsOf(view)
  const w = useWorkspace({
    view,
    initial: view,
    readable: view.simplified ?? view.draft.text,
    noise: view.noise,
    actions,
    readDue: facts.remember(actions.readDue),
    know: facts.know,
    startAt,
  })
  const { api, draft, provision, task, selected, panel, snapshot } = w
  const split = useSplitter()
  const root = useRef<HTMLDivElement>(null)
  const push = (kind: 'undo' | 'redo' | 'rerun') => w.store.push(stepOf({ kind }))
  const keys = exceptAfterG(
    workspaceKeys(w, {
      undo: () => push('undo'),
      redo: () => push('redo'),
      resize: split.move,
      help: showKeys,
    }),
  )
  useKeys(keys, { within: root })
  useKeptFocus(root, w.pane === 'cards' && task ? `t-${task.id}` : `s-${provision?.id}`)
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-provision][tabindex="0"]')?.focus({ preventScroll: true })
  }, [])

  const { conflict } = snapshot
  return (
    <FactsContext value={facts}>
      <ApiContext value={api}>
        <div
          ref={root}
          tabIndex={-1}
          style={{ '--split': `${split.percent}%` } as CSSProperties}
          className="-mx-6 -mb-8 grid h-[calc(100dvh-72px)] grid-cols-[minmax(0,var(--split))_5px_minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] max-lg:mx-0 max-lg:mb-0 max-lg:block max-lg:h-auto print:block print:h-auto"
        >
          <WorkspaceHeader
            snapshot={snapshot}
            zone={view.zone}
            onUndo={() => push('undo')}
            onRedo={() => push('redo')}
            onGo={(segment) => {
              const next = nextWhere(
                draft,
                provision?.id ?? null,
                (one) => one.class === segment.class && one.confirmed === segment.confirmed,
              )
              if (next) api.select({ provisionId: next.id }, 'text')
            }}
            checkHref={`${here}/check`}
            onCheck={() => void w.check()}
          />
          <p className="border-y bg-surface px-4 py-3 lg:hidden">
            {t('phone')}{' '}
            <Link href={`${here}/check`} className="whitespace-nowrap underline underline-offset-3">
              {t('check.open')}
            </Link>
          </p>
          <SourcePane
            draft={draft}
            readable={view.simplified ?? draft.text}
            noise={view.noise}
            currentId={provision?.id ?? null}
            markedIds={task?.provisionIds ?? []}
            cut={w.cut}
            onCut={w.setCut}
            onDoCut={w.doCut}
            onCaret={w.onCaret}
            foot={
              provision ? (
                <SentenceBar
                  provision={provision}
                  onClass={(to) => w.reclassify(to, [provision.id])}
                  onConfirm={() => confirmAndGoOn(w)}
                  onConfirmParagraph={() => api.act(confirmParagraph(draft, provision.id))}
                  onAdd={() =>
                    api.act({
                      type: 'addTask',
                      provisionId: provision.id,
                      newTaskId: newId(),
                      title: w.titleOf(provision),
                    })
                  }
                />
              ) : null
            }
          />
          <Splitter percent={split.percent} onMove={split.move} onPointerDown={split.onPointerDown} />
          <div className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] max-lg:block">
            <CardsPane
              draft={draft}
              currentId={task?.id ?? null}
              selected={selected}
              field={panel?.on === 'current' ? panel.field : null}
              onNextGap={() => goToGap(w)}
              before={
                conflict ? (
                  <ConflictPanel
                    problem={conflict}
                    zone={view.zone}
                    onDrop={w.store.dismissConflict}
                    onAgain={() => {
                      w.store.dismissConflict()
                      w.store.push({ ...conflict.step, key: newId() })
                    }}
                  />
                ) : null
              }
              after={
                // What went out is not taken whole any more, and an excerpt never.
                view.breakdown ||
                draft.tasks.some((one) => one.status !== 'draft' && one.status !== 'declined') ? null : (
                  <WholeActs
                    onRerun={() => push('rerun')}
                    onWhole={() =>
                      api.act({
                        type: 'whole',
                        newTaskId: newId(),
                        title: view.directive.title.slice(0, 300),
                      })
                    }
                  />
                )
              }
            />
            <div className="border-t bg-bg max-lg:hidden print:hidden">
              {snapshot.outcome ? (
                <BulkResult
                  outcome={snapshot.outcome}
                  draft={draft}
                  onClose={() => w.store.dismissOutcome()}
                />
              ) : null}
              {selected.size > 0 ? (
                <BulkBar
                  draft={draft}
                  selected={selected}
                  field={panel?.on === 'selection' ? panel.field : null}
                  onClear={() => w.setSelected(new Set())}
                  onClass={w.classSelected}
                />
              ) : null}
              <KeyHints />
            </div>
          </div>
        </div>
      </ApiContext>
    </FactsContext>
  )
}
