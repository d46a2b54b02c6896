import { isId } from '@/lib/new-id'
import type { Ctx } from '@/server/context'
import type { PaperWords } from '@/server/documents/paper-words'

/** What the ids among the values of entries stand for, in words: people, units, registers, reports, sentences, files. What is gone has no name. */
export async function valueNames(
  ctx: Ctx,
  words: PaperWords,
  values: readonly unknown[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(values.flat().filter((one): one is string => typeof one === 'string' && isId(one)))]
  if (ids.length === 0) return new Map()
  const where = { id: { in: ids } }
  const named = { id: true, name: true, nameEn: true }
  const [people, units, registers, reports, sentences, files] = await Promise.all([
    ctx.tx.person.findMany({ where, select: named }),
    ctx.tx.unit.findMany({ where, select: named }),
    ctx.tx.register.findMany({ where, select: { id: true, title: true } }),
    ctx.tx.report.findMany({
      where,
      select: {
        id: true,
        seq: true,
        assignment: {
          select: { task: { select: { no: true } }, unit: { select: { name: true, nameEn: true } } },
        },
      },
    }),
    ctx.tx.provision.findMany({ where, select: { id: true, start: true, end: true } }),
    ctx.tx.storedFile.findMany({ where, select: { id: true, sha256: true } }),
  ])
  const { all, nameOf } = words
  return new Map([
    ...[...people, ...units].map((one) => [one.id, nameOf(one)] as const),
    ...registers.map((one) => [one.id, one.title] as const),
    ...reports.map(({ id, seq, assignment: { task, unit } }) => {
      return [id, all('audit.values.report', { no: task.no, unit: nameOf(unit), seq })] as const
    }),
    ...sentences.map(({ id, start, end }) => [id, all('audit.values.span', { start, end })] as const),
    ...files.map((one) => [one.id, `SHA-256 ${one.sha256}`] as const),
  ])
}
