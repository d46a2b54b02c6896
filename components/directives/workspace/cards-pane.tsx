'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Tag } from '@/components/ui/tag'
import { gapsOf, groupCards, type CardGroup } from '@/domain/directives/draft/standing'
import type { Draft, DraftTask } from '@/domain/directives/draft/model'
import { Card } from './card'
import { useWorkspaceFacts, type PanelField } from './workspace-context'

type CardsPaneProps = {
  draft: Draft
  currentId: string | null
  selected: ReadonlySet<string>
  field: PanelField | null
  onNextGap: () => void
  /** Conflict, before the cards; the acts on the whole directive, after them. */
  before: ReactNode
  after: ReactNode
}

/** The tasks in the order of the text, under the headings of their measures. */
export function CardsPane({ draft, currentId, selected, field, onNextGap, before, after }: CardsPaneProps) {
  const t = useTranslations('workspace')
  const { breakdown } = useWorkspaceFacts()
  const groups = useMemo(() => groupCards(draft.tasks), [draft.tasks])
  const live = groups.flatMap((group) => group.tasks)
  const sure = live.filter((task) => task.draftState !== 'suggested').length
  const gaps = live.flatMap(gapsOf)
  const count = (gap: 'lead' | 'due') => gaps.filter((one) => one === gap).length
  const first = currentId ?? live[0]?.id
  return (
    <section
      aria-label={t('cards.title')}
      data-pane="cards"
      className="min-h-0 overflow-auto pb-4 max-lg:overflow-visible"
    >
      <div className="sticky top-0 z-2 flex min-h-10 items-center gap-3 border-b bg-bg px-6 max-lg:flex-wrap max-lg:gap-y-0 max-lg:px-0">
        <h2 className="text-ui font-semibold whitespace-nowrap">
          {t('cards.count', { count: live.length })}
        </h2>
        <span className="text-note whitespace-nowrap text-muted">
          {t('cards.sure', { sure, suggested: live.length - sure })}
        </span>
        {(['lead', 'due'] as const).map((gap) =>
          count(gap) > 0 ? (
            <Tag key={gap} tone="gap">
              {`${t(`gaps.${gap}`)} ${count(gap)}`}
            </Tag>
          ) : null,
        )}
        <span className="flex-1" />
        <Button size="s" variant="quiet" className="whitespace-nowrap max-lg:hidden" onClick={onNextGap}>
          {t('cards.nextGap')}
          <Kbd>{'N'}</Kbd>
        </Button>
      </div>
      {before}
      {live.length === 0 ? (
        <p className="px-6 py-4 text-muted">{t(breakdown ? 'cards.noneBelow' : 'cards.none')}</p>
      ) : null}
      {groups.map((group) => (
        <Group key={group.key} group={group} currentId={currentId}>
          {group.tasks.map((task) => (
            <Card
              key={task.id}
              task={task}
              current={task.id === currentId}
              selected={selected.has(task.id)}
              inTabOrder={task.id === first}
              field={task.id === currentId ? field : null}
            />
          ))}
        </Group>
      ))}
      <Discarded tasks={draft.tasks.filter((task) => task.status === 'declined')} />
      {after}
    </section>
  )
}

/** A measure; once all of it is confirmed it folds to one line, unless the person opens it. */
function Group({
  group,
  currentId,
  children,
}: {
  group: CardGroup
  currentId: string | null
  children: ReactNode
}) {
  const t = useTranslations('workspace')
  const { directive } = useWorkspaceFacts()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const sure = group.tasks.filter((task) => task.draftState !== 'suggested').length
  const complete = sure === group.tasks.length && group.tasks.every((task) => gapsOf(task).length === 0)
  const holdsCurrent = group.tasks.some((task) => task.id === currentId)
  const open = holdsCurrent || (chosen ?? !(complete && group.title !== null))
  if (group.title === null) return <ul>{children}</ul>
  const Arrow = open ? ChevronDown : ChevronRight
  return (
    <section className={open ? undefined : 'border-b'}>
      <h3 className="text-ui">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setChosen(!open)}
          className="flex min-h-9 w-full items-center gap-2 px-6 pt-1 text-start hover:bg-surface max-lg:px-0"
        >
          <Arrow className="size-4" />
          <span lang={directive.language}>{group.title}</span>
          <span className="text-note font-normal text-muted">
            {complete
              ? t('cards.groupDone', { count: group.tasks.length })
              : t('cards.group', { count: group.tasks.length, sure })}
          </span>
        </button>
      </h3>
      {open ? <ul>{children}</ul> : null}
    </section>
  )
}

/** What was discarded, with its reason: a sentence is never silently unaccounted for. */
function Discarded({ tasks }: { tasks: readonly DraftTask[] }) {
  const t = useTranslations('workspace')
  if (tasks.length === 0) return null
  return (
    <details className="mx-6 mt-4 border-t pt-2 max-lg:mx-0">
      <summary className="min-h-7 text-muted">{t('cards.discarded', { count: tasks.length })}</summary>
      <ul className="grid gap-1 pt-1">
        {tasks.map((task) => (
          <li key={task.id}>
            {`T${task.no} ${task.title}`}
            <span className="block text-note text-muted">
              {t('cards.discardedWhy', { reason: task.closeReason ?? '' })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
