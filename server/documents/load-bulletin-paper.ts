import type { Figure } from '@/domain/bulletins/content'
import { isCaseFigure } from '@/domain/bulletins/figures'
import type { BulletinFacts } from '@/domain/documents/bulletin'
import type { FigureLink } from '@/domain/documents/model'
import type { Ctx } from '@/server/context'
import { findReadableBulletin, type LoadedBulletin } from '@/server/bulletins/load-bulletin'
import { followsFigures } from '@/server/bulletins/scope'
import { toLocalDate } from '@/server/dates'
import { failNotFound } from '@/server/errors'
import { paperWords, type PaperWords } from './paper-words'

/**
 * A bulletin on paper, in the language in which it was written, whoever reads it. Figures are links for those who read all tasks.
 * Throws not_found: also for a unit where it was withdrawn.
 */
export async function loadBulletinPaper(
  ctx: Ctx,
  reader: PaperWords,
  no: number,
): Promise<{ facts: BulletinFacts; words: PaperWords }> {
  const bulletin = await findReadableBulletin(ctx, no)
  const follows = followsFigures(ctx.actor)
  if (bulletin.status === 'withdrawn' && !follows) return failNotFound()
  const words = await paperWords(ctx, bulletin.language)
  const units = await ctx.tx.unit.findMany({
    where: { OR: [{ id: bulletin.officeUnitId }, { kind: 'ministry', parentId: null }] },
    select: { id: true, kind: true, name: true, nameEn: true },
  })
  const office = units.find((one) => one.id === bulletin.officeUnitId)
  const ministry = units.find((one) => one.kind === 'ministry')
  const { say, day, nameOf } = words
  const on = day(bulletin.publishedOn ? toLocalDate(bulletin.publishedOn) : ctx.today)
  const facts: BulletinFacts = {
    ...{ no, kind: bulletin.kind, title: bulletin.title, content: bulletin.content, on },
    marking: words.all('directives.marks.internal'),
    ministry: ministry ? nameOf(ministry) : '',
    office: office ? nameOf(office) : '',
    issue:
      bulletin.issueNo === null
        ? say('bulletin.issueOpen')
        : say('bulletin.issue', { no: bulletin.issueNo, year: String(bulletin.issueYear) }),
    linkOf: (figure) => (follows ? linkOf(bulletin, figure, reader) : null),
    copies: say(`bulletin.copies.${bulletin.kind}`),
  }
  return { facts, words }
}

/** Frozen, a figure leads to the rows kept; live, to the ledger, or to its cases. */
function linkOf({ no, frozenVersion }: LoadedBulletin, figure: Figure, reader: PaperWords): FigureLink {
  const kept = `/bulletins/B${no}/figures/${figure.id}`
  const name = reader.all(`bulletins.figures.${figure.name}`)
  const note = reader.all(frozenVersion === null ? 'bulletins.field.live' : 'bulletins.field.frozen', {
    name: figure.of ? `${figure.of} · ${name}` : name,
    at: reader.time(new Date(figure.asOf)),
  })
  if (frozenVersion !== null) return { href: kept, count: figure.outOf ?? figure.value, note }
  return { href: isCaseFigure(figure.name) ? kept : `/tasks?${figure.query}`, note }
}
