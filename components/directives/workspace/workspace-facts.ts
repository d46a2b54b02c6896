import type { Choice } from '@/components/ui/use-choices'
import type { DateInfo } from '@/server/directives/workspace/date-info'
import type { WorkspaceView } from '@/server/directives/workspace/get-workspace'
import type { PickerChoice } from '@/server/directives/workspace/list-choices'
import type { WorkspaceApi, WorkspaceFacts } from './workspace-context'

/** Units and people in the language of the interface, and what is known of dates: those of the draft, and each one typed since. */
export function factsOf(
  view: WorkspaceView,
  locale: string,
): WorkspaceFacts & {
  remember: (read: WorkspaceApi['readDue']) => WorkspaceApi['readDue']
  know: (dates: Record<string, DateInfo>) => void
} {
  const english = locale === 'en'
  const choices = (of: readonly PickerChoice[]): Choice[] =>
    of.map(({ id, name, nameEn, note, noteEn, keys }) => {
      const description = english ? noteEn : note
      return {
        id,
        label: english ? nameEn : name,
        description: description || undefined,
        keywords: [...keys, name, nameEn],
      }
    })
  const units = choices(view.units)
  const leaders = choices(view.leaders)
  const people = choices(view.people)
  const unitNames = new Map(units.map((unit) => [unit.id, unit.label]))
  const personNames = new Map([...people, ...leaders].map((person) => [person.id, person.label]))
  const dates = new Map<string, DateInfo>(Object.entries(view.dates))
  let wrapped: WorkspaceApi['readDue'] | null = null
  return {
    directive: view.directive,
    breakdown: view.breakdown,
    today: view.today,
    rule: view.rule,
    localities: view.localities,
    may: view.may,
    units,
    leaders,
    people,
    unitName: (id) => (id ? (unitNames.get(id) ?? '') : ''),
    personName: (id) => (id ? (personNames.get(id) ?? '') : ''),
    dateInfo: (on) => dates.get(on),
    know: (more) => Object.entries(more).forEach(([on, info]) => dates.set(on, info)),
    remember: (read) =>
      (wrapped ??= async (typed) => {
        const due = await read(typed)
        if (due.kind === 'date') dates.set(due.on, due.info)
        return due
      }),
  }
}
