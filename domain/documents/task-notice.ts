import type { LocalDate } from '@/domain/calendar/local-date'
import { inHan, numberedHeading, paragraph, type Block, type OfficialDocument } from './model'
import { dayOr, joined, titled, type Words } from './words'

/** One piece of work as the notice names it. */
export type NoticeItem = {
  no: number
  title: string
  /** The sentences that it stands on, cleaned; empty where the directive was given whole. */
  quotes: readonly string[]
  expectedResult: string
  part: 'lead' | 'supporting' | 'local'
  /** The lead, where the addressee is not it; the supporting units, where it is. */
  lead: string | null
  supporting: readonly string[]
  dueOn: LocalDate | null
  cycle: string | null
  acknowledgeByOn: LocalDate
  refuseByOn: LocalDate
  note: string
}

/** What a unit is told at dispatch 交办通知: all of one directive that it was given by one sender, or one piece of it. */
export type NoticeFacts = {
  marking: string
  /** True where the supervision office sends it: its paper has a red head. */
  official: boolean
  sender: string
  unit: string
  directive: { no: number; title: string; docNumber: string | null; urgency: string | null }
  sentOn: LocalDate
  items: readonly NoticeItem[]
}

/** 交办通知: whom, by which directive, what, by when; signed by who gave it. */
export function composeTaskNotice(words: Words, facts: NoticeFacts): OfficialDocument {
  const { say, day, language } = words
  const { directive, items, sender, unit, sentOn } = facts
  const one = items.length === 1 ? items[0] : undefined
  const source = directive.docNumber
    ? say('notice.source', { title: titled(words, directive.title), number: directive.docNumber })
    : titled(words, directive.title)
  const acknowledge = [...items].sort((a, b) => (a.acknowledgeByOn < b.acknowledgeByOn ? -1 : 1))[0]
  return {
    language,
    name: say('notice.name', { no: one ? `T${one.no}` : `D${directive.no}`, unit }),
    marking: [facts.marking, directive.urgency].filter(Boolean).join('　'),
    head: {
      organ: sender,
      red: facts.official,
      number: say('notice.number', { no: one ? `T${one.no}` : `D${directive.no}` }),
    },
    blocks: [
      { kind: 'title', lines: [say('notice.title')] },
      { kind: 'addressee', text: say('addressee', { unit }) },
      paragraph(say('notice.opening', { source, count: items.length })),
      numberedHeading(language, 1, say('notice.work')),
      ...items.flatMap((item, at) => itemBlocks(words, item, items.length > 1 ? at + 1 : null)),
      numberedHeading(language, 2, say('notice.demands')),
      paragraph(
        say('notice.acknowledge', {
          by: acknowledge ? day(acknowledge.acknowledgeByOn) : '',
          refuse: acknowledge ? day(acknowledge.refuseByOn) : '',
        }),
      ),
      ...(items.some((item) => item.cycle !== null) ? [paragraph(say('notice.cycle'))] : []),
      paragraph(say('notice.done')),
      { kind: 'signature', parties: [{ name: sender, on: day(sentOn) }] },
    ],
  }
}

/** 交办通知 of several tasks to several units as one document: each notice from a page of its own. */
export function composeTaskNotices(
  words: Words,
  notices: readonly [NoticeFacts, ...NoticeFacts[]],
): OfficialDocument {
  const [first, ...others] = notices
  const document = composeTaskNotice(words, first)
  if (others.length === 0) return document
  return {
    ...document,
    name: words.say('notice.names', { count: notices.length }),
    further: others.map((facts) => composeTaskNotice(words, facts)),
  }
}

function itemBlocks(words: Words, item: NoticeItem, n: number | null): Block[] {
  const { say } = words
  const title = `T${item.no} ${item.title}`
  const heading = n === null ? title : words.language === 'en' ? `(${n}) ${title}` : `（${inHan(n)}）${title}`
  const units = item.part === 'lead' ? joined(words, item.supporting) : (item.lead ?? '')
  return [
    { kind: 'heading', level: 2, text: heading },
    ...item.quotes.map((text): Block => ({ kind: 'quote', text })),
    {
      kind: 'form',
      rows: [
        { label: say('fields.part'), value: say(`parts.${item.part}`), half: true },
        { label: say('fields.due'), value: dueWords(words, item), half: true },
        ...(units
          ? [{ label: say(item.part === 'lead' ? 'fields.supporting' : 'fields.lead'), value: units }]
          : []),
        ...(item.expectedResult ? [{ label: say('fields.expected'), value: item.expectedResult }] : []),
        ...(item.note ? [{ label: say('fields.note'), value: item.note }] : []),
      ],
    },
  ]
}

/** The date, the reporting cycle, or both. */
function dueWords(words: Words, { dueOn, cycle }: NoticeItem): string {
  const parts = [dueOn ? words.day(dueOn) : '', cycle ?? ''].filter((one) => one !== '')
  return parts.length > 0 ? parts.join(words.language === 'en' ? ', ' : '，') : dayOr(words, null)
}
