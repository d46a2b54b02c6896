import { STANDING_NAMES } from '@/domain/bulletins/figures'
import { SECTION_KEYS } from '@/domain/bulletins/content'
import type { Ctx } from '@/server/context'
import { loadBulletinPaper } from '@/server/documents/load-bulletin-paper'
import { paperWords } from '@/server/documents/paper-words'

/** What stands around the texts on the page while they are edited: head, headings, heads of tables, in the bulletin's own language. */
export async function getPaperFrame(ctx: Ctx, no: number, locale: 'zh-CN' | 'en') {
  const { facts, words } = await loadBulletinPaper(ctx, await paperWords(ctx, locale), no)
  const say = (key: string, values?: Record<string, string | number>) => words.say(`bulletin.${key}`, values)
  const column = (key: string) => words.say(`columns.${key}`)
  return {
    marking: facts.marking,
    organ: say(`organ.${facts.kind}`, { ministry: facts.ministry }),
    issue: facts.issue,
    office: facts.office,
    on: facts.on,
    headings: Object.fromEntries(
      SECTION_KEYS.map((key) => [key, key === 'annex' ? '' : say(`sections.${key}`)]),
    ),
    captions: Object.fromEntries(
      facts.content.sections.flatMap(({ tables }) =>
        tables.map((table) => [
          table.id,
          table.kind === 'tasks'
            ? say(`tables.${table.name}`, { count: table.total })
            : say(`tables.by_${table.by}`),
        ]),
      ),
    ),
    taskColumns: [column('task'), column('lead'), column('due'), say('columns.said')],
    standingColumns: {
      directive: [say('columns.directive'), ...STANDING_NAMES.map((name) => say(`columns.${name}`))],
      lead: [say('columns.lead'), ...STANDING_NAMES.map((name) => say(`columns.${name}`))],
    },
  }
}

export type PaperFrame = Awaited<ReturnType<typeof getPaperFrame>>
