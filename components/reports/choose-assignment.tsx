import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { Composer } from '@/server/reports/get-composer'

/** Asked only where the person could report for several: two hats, or a unit without accounts beside the lead's own part. */
export function ChooseAssignment({ data }: { data: Extract<Composer, { step: 'choose' }> }) {
  const t = useTranslations('reports.compose')
  const tasks = useTranslations('tasks')
  const words = useTaskWords()
  return (
    <section className="grid gap-3">
      <h2 className="text-section">{t('chooseTitle')}</h2>
      <p className="text-muted">{t('chooseHint')}</p>
      <ul className="border-t">
        {data.choices.map((choice) => (
          <li key={choice.id} className="border-b">
            <Link
              href={`/tasks/T${data.task.no}/report?assignment=${choice.id}`}
              className="flex min-h-12 flex-wrap items-center gap-x-3 py-2 text-prose"
            >
              <b>{words.nameOf(choice.unit)}</b>
              <span className="text-muted">{tasks(`part.${choice.part}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
