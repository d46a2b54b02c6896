import { joined } from '@/domain/documents/words'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { SummaryList, type SummaryRow } from '@/components/shared/summary-list'
import { Tag } from '@/components/ui/tag'
import { leadOf, supportersOf } from '@/domain/directives/draft/apply-units'
import type { CheckCard as Card, CheckPage } from '@/server/directives/workspace/get-check-page'
import { DueText } from './due-text'
import { cycleWords } from './cycle-day'

/** One task summed up: the sentence on top, who, by when; 更改 leads back to its card. */
export function CheckCard({
  card,
  page,
  workspace,
}: {
  card: Card
  page: Pick<CheckPage, 'units' | 'people' | 'dates'>
  workspace: string | null
}) {
  const t = useTranslations('workspace')
  const english = useLocale() === 'en'
  const nameIn = (list: CheckPage['units'], id: string | null) => {
    const found = list.find((one) => one.id === id)
    return found ? (english ? found.nameEn : found.name) : null
  }
  const lead = nameIn(page.units, leadOf(card)?.unitId ?? null)
  const supporting = supportersOf(card).flatMap((part) => nameIn(page.units, part.unitId) ?? [])
  const leader = nameIn(page.people, card.responsibleLeaderId)
  const person = nameIn(page.people, card.responsiblePersonId)
  const rows: (SummaryRow | false | '' | null)[] = [
    {
      key: 'lead',
      label: t('fields.lead'),
      value: lead ? <b>{lead}</b> : <Tag tone="gap">{t('gaps.lead')}</Tag>,
    },
    supporting.length > 0 && {
      key: 'supporting',
      label: t('fields.supporting'),
      value: joined({ language: english ? 'en' : 'zh-CN' }, supporting),
    },
    {
      key: 'due',
      label: t('fields.due'),
      value: card.dueOn ? (
        <DueText on={card.dueOn} info={page.dates[card.dueOn]} />
      ) : card.cycle ? (
        cycleWords(t, card)
      ) : (
        <Tag tone="gap">{t('gaps.due')}</Tag>
      ),
    },
    { key: 'kind', label: t('fields.kind'), value: card.whole ? t('card.whole') : t(`kinds.${card.kind}`) },
    card.expectedResult && { key: 'result', label: t('fields.expectedResult'), value: card.expectedResult },
    card.cascade && { key: 'cascade', label: t('fields.cascade'), value: t('card.cascade') },
    leader && { key: 'leader', label: t('fields.leader'), value: leader },
    person && { key: 'person', label: t('fields.person'), value: person },
    card.remark && { key: 'remark', label: t('fields.remark'), value: card.remark },
  ]
  return (
    <li id={`task-${card.id}`} tabIndex={-1} className="scroll-mt-4 border-s-3 border-line ps-4">
      <blockquote className="mb-2 grid gap-1 text-[16px] leading-[26px] text-muted">
        {card.whole ? (
          <p>{t('check.wholeQuote')}</p>
        ) : (
          card.quotes.map((quote, index) => <p key={index}>{quote}</p>)
        )}
      </blockquote>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-[16px] leading-6">
          <span className="me-2 text-muted">{`T${card.no}`}</span>
          {card.title}
        </h3>
        <Tag>{t(`taskStatus.${card.status}`)}</Tag>
        {workspace ? (
          <Link href={`${workspace}?task=${card.id}`} className="ms-auto max-lg:hidden">
            {t('check.change')}
            <span className="sr-only">{` T${card.no}`}</span>
          </Link>
        ) : null}
      </div>
      <SummaryList
        rows={rows.filter((row) => typeof row === 'object' && row !== null)}
        className="gap-x-8! gap-y-1! md:grid-cols-2"
      />
    </li>
  )
}
