import { Check, TriangleAlert, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SubmissionCheck } from '@/domain/tasks/submission-check'
import type { CheckPage } from '@/server/directives/workspace/get-check-page'

/** The lines of the list, and the codes that spoil each. */
const LINES = [
  ['sentences', ['submission.sentences_unclassified', 'submission.sentences_uncovered']],
  ['tasks', ['submission.no_tasks', 'submission.title_missing']],
  ['lead', ['submission.lead_missing', 'submission.lead_not_single', 'submission.unit_named_twice']],
  ['due', ['submission.due_date_missing', 'submission.cycle_missing']],
  ['milestones', ['submission.milestone_after_due']],
  ['dates', ['submission.date_rest_day', 'submission.date_year_unpublished', 'submission.date_past']],
  ['liaison', ['submission.unit_without_liaison']],
] as const

type Lines = Pick<CheckPage, 'checks' | 'coverage' | 'cards'> &
  Partial<Pick<CheckPage, 'directive' | 'repeats'>>

/** 有问题 blocks, 提醒 does not; every line that is wrong leads to where it is mended. */
export function CheckLines({ page, workspace }: { page: Lines; workspace: string | null }) {
  const t = useTranslations('workspace.check.lines')
  const d = useTranslations('directives')
  const { checks, coverage, cards, directive } = page
  return (
    <ul className="grid">
      {LINES.map(([line, codes]) => {
        const wrong = checks.filter((check) => (codes as readonly string[]).includes(check.code))
        return (
          <li key={line} className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-4 border-b py-2">
            <Verdict
              level={wrong.some((one) => one.level === 'block') ? 'block' : wrong.length > 0 ? 'warn' : 'ok'}
            />
            {wrong.length === 0 ? (
              <span>{t(`ok.${line}`, { ...coverage, count: cards.length })}</span>
            ) : (
              <ul className="grid gap-1">
                {wrong.map((check) => (
                  <li key={check.code}>
                    <Wrong check={check} workspace={workspace} page={page} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
      {page.repeats ? <Repeats cards={cards} repeats={page.repeats} /> : null}
      {directive ? (
        <li className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-4 py-2">
          <Verdict level="ok" />
          <span>
            {t('ok.marking', { marking: d(`marks.${directive.marking}`) })}{' '}
            <Link href={`/directives/D${directive.no}`} className="underline underline-offset-3">
              {t('seeDirective')}
            </Link>
          </span>
        </li>
      ) : null}
    </ul>
  )
}

/** 与在办事项重复: a reminder only; side by side further down. */
function Repeats({ cards, repeats }: Pick<CheckPage, 'cards' | 'repeats'>) {
  const t = useTranslations('workspace.check.lines')
  const repeated = cards.filter((card) => repeats[card.id])
  return (
    <li className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-4 border-b py-2">
      <Verdict level={repeated.length > 0 ? 'warn' : 'ok'} />
      {repeated.length === 0 ? (
        <span>{t('ok.repeats')}</span>
      ) : (
        <span>
          {t('wrong.repeats', { count: repeated.length })}{' '}
          <a href="#repeats" className="whitespace-nowrap underline underline-offset-3">
            {t('sideBySide')}
          </a>
        </span>
      )}
    </li>
  )
}

function Wrong({
  check,
  workspace,
  page,
}: {
  check: SubmissionCheck
  workspace: string | null
  page: Lines
}) {
  const t = useTranslations('workspace')
  const code = check.code.replace('submission.', '') as Short
  const numbers = check.taskIds.flatMap((id) => page.cards.find((card) => card.id === id)?.no ?? [])
  return (
    <span>
      {t(`check.lines.wrong.${code}`, {
        count: 0,
        total: 0,
        ok: Number(check.params.total ?? 0) - Number(check.params.count ?? 0),
        ...check.params,
        years: String(check.params.years ?? ''),
      })}{' '}
      {workspace ? (
        check.taskIds.length === 0 ? (
          <Link
            href={check.sentenceIds?.[0] ? `${workspace}?sentence=${check.sentenceIds[0]}` : workspace}
            className="whitespace-nowrap underline underline-offset-3"
          >
            {t('check.lines.mend')}
          </Link>
        ) : (
          check.taskIds.slice(0, 40).map((id, index) => (
            <Link
              key={id}
              href={`${workspace}?task=${id}`}
              className="me-2 inline-block underline underline-offset-3"
            >
              {`T${numbers[index] ?? ''}`}
            </Link>
          ))
        )
      ) : null}
    </span>
  )
}

type Short = SubmissionCheck['code'] extends `submission.${infer Rest}` ? Rest : never

function Verdict({ level }: { level: 'ok' | 'warn' | 'block' }) {
  const t = useTranslations('workspace.check.lines.level')
  const [Icon, look] =
    level === 'ok'
      ? [Check, 'text-ok']
      : level === 'warn'
        ? [TriangleAlert, 'text-risk font-semibold']
        : [X, 'text-danger font-semibold']
  return (
    <span className={`inline-flex items-center gap-1.5 self-start whitespace-nowrap ${look}`}>
      <Icon className="size-4" />
      {t(level)}
    </span>
  )
}
