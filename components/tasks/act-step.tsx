import { useLocale, useTranslations } from 'next-intl'
import type { SummaryRow } from '@/components/shared/summary-list'
import type { Choice } from '@/components/ui/use-choices'
import type { ActionState } from '@/domain/action-state'
import type { TaskPage } from '@/server/tasks/get-task'
import { ActForm } from './act-form'
import { dueFacts } from './due-facts'
import type { OpenAct } from './task-acts'
import { useTaskWords } from './use-task-words'

type PickerChoice = { id: string; name: string; nameEn: string; note: string; noteEn: string; keys: string[] }
type OnTask = ActionState<{ taskNo: number }>

type ActStepProps = {
  task: TaskPage
  open: OpenAct
  choices: Record<'units' | 'leaders' | 'people', readonly PickerChoice[]>
  action: (state: OnTask, payload: FormData) => Promise<OnTask>
  zone: string
  idempotencyKey: string
}

/** Words the step of an act: what it is, what follows, the facts that it rests on. */
export function ActStep({ task, open, choices, action, zone, idempotencyKey }: ActStepProps) {
  const t = useTranslations('tasks')
  const words = useTaskWords()
  const english = useLocale() === 'en'
  const { act, part } = open
  const unit = part ? words.nameOf(part.unit) : ''
  const params = {
    no: task.no,
    unit,
    part: part ? t(`part.${part.part}`) : '',
    units: task.parts.length,
    below: task.below,
  }
  const facts: SummaryRow[] = []
  if (act === 'rule' && part?.refusalReason) {
    facts.push({ key: 'refusal', label: t('panels.rule.refusal'), value: part.refusalReason })
  }
  if (act === 'complete') {
    facts.push({ key: 'verified', label: t('panels.complete.verified'), value: `${task.verified}%` })
    if (task.conclusion) {
      facts.push({ key: 'conclusion', label: t('panels.complete.conclusion'), value: task.conclusion })
    }
  }
  if (act === 'change_due') facts.push(...dueFacts(task, t))
  const offered = (from: readonly PickerChoice[]): Choice[] =>
    from.map((one) => ({
      id: one.id,
      label: english ? one.nameEn : one.name,
      description: (english ? one.noteEn : one.note) || undefined,
      keywords: one.keys,
    }))
  return (
    <ActForm
      key={`${act}${part?.id ?? ''}`}
      act={act}
      action={action}
      no={task.no}
      record={
        part
          ? { field: 'assignmentId', id: part.id, version: part.version }
          : { field: 'taskId', id: task.id, version: task.version }
      }
      title={t(`panels.${act}.title`, params)}
      consequence={t(`panels.${act}.consequence`, params)}
      facts={facts}
      unitName={unit}
      units={offered(choices.units)}
      leaders={offered(choices.leaders)}
      people={offered(choices.people)}
      named={part ? [part.person?.id] : [task.facts.personId, task.facts.leaderId]}
      again={task.parts
        .filter((one) => one.acts.again)
        .map((one) => ({ id: one.id, label: words.nameOf(one.unit) }))}
      zone={zone}
      idempotencyKey={idempotencyKey}
    />
  )
}
