import { Light } from '@/components/shared/light'
import { NoData } from '@/components/tasks/no-data'
import type { ShownLight } from '@/server/tasks/task-words'
import { useTaskWords } from './use-task-words'

/** The light of a task with its reason; a dash where it has none yet. */
export function TaskLight({ light, stacked }: { light: ShownLight | null; stacked?: boolean }) {
  const words = useTaskWords()
  if (!light) return <NoData />
  return <Light light={light.name} reason={words.lightReason(light)} stacked={stacked} />
}
