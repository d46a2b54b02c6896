import { figureText } from './figures'
import type { BulletinContent, Figure, Inline, TaskRow } from './content'

type Language = 'zh-CN' | 'en'

/** Figures by their ids. */
export function figuresById(figures: readonly Figure[]): Map<string, Figure> {
  return new Map(figures.map((one) => [one.id, one]))
}

/** A paragraph as plain text, its figures written out. */
export function inlinesText(
  inlines: readonly Inline[],
  figures: ReadonlyMap<string, Figure>,
  language: Language,
): string {
  return inlines
    .map((one) => ('text' in one ? one.text : valueText(figures.get(one.figure), language)))
    .join('')
}

/** What a figure says in a sentence; a dash where there is none of this name. */
export function valueText(figure: Figure | undefined, language: Language): string {
  return figure ? figureText({ value: figure.value, of: figure.outOf }, language) : '—'
}

/** A row of a table of tasks in one line: what a unit reads of itself. */
export function rowText(row: TaskRow, language: Language): string {
  const head = language === 'en' ? `T${row.no} “${row.title}”` : `T${row.no}“${row.title}”`
  const parts = [row.dueOn, row.said].filter((one) => one !== '')
  if (parts.length === 0) return head
  return language === 'en' ? `${head} (${parts.join('; ')})` : `${head}（${parts.join('；')}）`
}

/** True where no section has a word or a table: there is nothing to send for approval. */
export function isBlank({ sections }: Pick<BulletinContent, 'sections'>): boolean {
  return sections.every(
    ({ paragraphs, tables }) =>
      tables.every((table) => table.rows.length === 0) &&
      paragraphs.every(({ inlines }) => inlines.every((one) => 'text' in one && one.text.trim() === '')),
  )
}

/** Every paragraph and table row as lines of text, section by section: what versions are compared by. */
export function contentLines(
  content: BulletinContent,
  language: Language,
): { section: string; lines: string[] }[] {
  const figures = figuresById(content.figures)
  return content.sections.map(({ key, paragraphs, tables }) => ({
    section: key,
    lines: [
      ...paragraphs.map(({ inlines }) => inlinesText(inlines, figures, language)),
      ...tables.flatMap((table) =>
        table.kind === 'tasks'
          ? table.rows.map((row) => rowText(row, language))
          : table.rows.map(
              (row) =>
                `${row.label} ${row.figures.map((id) => valueText(figures.get(id), language)).join(' ')}`,
            ),
      ),
    ],
  }))
}
