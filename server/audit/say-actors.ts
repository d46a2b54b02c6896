import type { Ctx } from '@/server/context'
import type { PaperWords } from '@/server/documents/paper-words'

type Acted = {
  actorKind: string
  actorId: string | null
  actorName: string
  actorUnitId: string | null
  actorUnit: string | null
  onBehalfOfId: string | null
}

/** Who acted, and for which unit, as the reader's language calls them. */
export type SaidActor = { who: string; whoUnit: string | null }

/** For a page or a batch of the log at once: names as they are now in English, as they were recorded in Chinese; a job by its name. */
export async function sayActors(
  ctx: Ctx,
  words: PaperWords,
  entries: readonly Acted[],
): Promise<(entry: Acted) => SaidActor> {
  const names = words.language === 'en' ? await englishNames(ctx, entries) : new Map<string, string>()
  const named = (id: string | null) => (id === null ? undefined : names.get(id))
  return ({ actorKind, actorId, actorName, actorUnitId, actorUnit, onBehalfOfId }) => {
    const whoUnit = named(actorUnitId) ?? actorUnit
    if (actorKind === 'system') return { who: jobName(words, actorName), whoUnit }
    const self = named(actorId)
    const other = named(onBehalfOfId)
    const who = self && onBehalfOfId ? other && words.all('audit.onBehalf', { self, other }) : self
    return { who: who ?? actorName, whoUnit }
  }
}

async function englishNames(ctx: Ctx, entries: readonly Acted[]): Promise<Map<string, string>> {
  const idsOf = (pick: (entry: Acted) => (string | null)[]) => [
    ...new Set(entries.flatMap(pick).filter((id) => id !== null)),
  ]
  const select = { id: true, nameEn: true }
  const [people, units] = await Promise.all([
    ctx.tx.person.findMany({
      where: { id: { in: idsOf((one) => [one.actorId, one.onBehalfOfId]) } },
      select,
    }),
    ctx.tx.unit.findMany({ where: { id: { in: idsOf((one) => [one.actorUnitId]) } }, select }),
  ])
  return new Map([...people, ...units].flatMap(({ id, nameEn }) => (nameEn ? [[id, nameEn]] : [])))
}

/** `system:seal-entries` by the name of the job; the system alone where no job has that name. */
function jobName({ all, has }: PaperWords, actorName: string): string {
  const key = `jobs.names.${actorName.replace(/^system:/, '')}`
  return has(key) ? `${all('audit.system')} · ${all(key)}` : all('audit.system')
}
