import { localDateIn } from '@/domain/calendar/local-date'
import type { SlipFacts } from '@/domain/documents/urge-slip'
import type { Ctx } from '@/server/context'
import { getSlip } from '@/server/urges/get-slip'
import type { PaperWords } from './paper-words'

/** A slip as paper for this reader: an unsigned answer and tasks that are not read stay out. Throws not_found. */
export async function loadUrgeSlip(ctx: Ctx, words: PaperWords, no: number): Promise<SlipFacts> {
  const slip = await getSlip(ctx, no)
  const official = await ctx.tx.urgeSlip.findUniqueOrThrow({
    where: { id: slip.id },
    select: { senderUnit: { select: { kind: true } } },
  })
  const { answeredAt, answeredBy, items } = slip
  const urge = (key: string, values?: Record<string, string | number>) => words.all(`urges.${key}`, values)
  return {
    marking: words.all('directives.marks.internal'),
    official: official.senderUnit.kind === 'office',
    no: slip.no,
    level: slip.level,
    sender: words.nameOf(slip.senderUnit),
    unit: words.nameOf(slip.unit),
    sentOn: localDateIn(new Date(slip.sentAt), ctx.settings.zone),
    answerByOn: slip.answerByOn,
    text: slip.text,
    items: items.map((item) => ({
      task: item.task ? `T${item.task.no} ${item.task.title}` : '',
      fact: urge(`ruleFact.${item.rule}`, { on: words.day(item.factOn) }),
      status: item.settled ? urge('byDeed') : urge(`status.${item.status}`),
    })),
    answer: answeredAt
      ? {
          text: slip.answer,
          by: answeredBy ? words.nameOf(answeredBy) : '',
          on: localDateIn(new Date(answeredAt), ctx.settings.zone),
          late: slip.late,
        }
      : null,
  }
}
