import { useLocale, useTranslations } from 'next-intl'
import type { DueMeaning, ShownLight, ShownMove } from '@/server/tasks/task-words'

type Named = { name: string; nameEn: string }

/** The words of a task in the reader's language: names, lights' reasons, what a due date means, whose move it is. */
export function useTaskWords() {
  const t = useTranslations('tasks')
  const english = useLocale() === 'en'
  const nameOf = (named: Named) => (english ? named.nameEn || named.name : named.name)
  return {
    nameOf,
    /** Why a light is what it is: always beside the light. */
    lightReason: (light: ShownLight) => t(`reasons.${light.reason}`, light.params),
    due: (due: DueMeaning) => t(`due.${due.code}`, { ...due }),
    moveParty: (move: ShownMove<Named>) =>
      move.unit ? nameOf(move.unit) : t(`move.${partyKey(move.party)}`),
    moveAct: (move: ShownMove<Named>) => t(`move.acts.${move.act}`),
    moveLine: (move: ShownMove<Named>) =>
      t('move.line', { act: t(`move.acts.${move.act}`), days: move.days }),
  }
}

function partyKey(party: ShownMove<Named>['party']): 'office' | 'approver' | 'leader' | 'owner' {
  return party === 'lead' || party === 'unit' ? 'owner' : party
}
