import { linesOfPage, type PageItem } from './page-lines'
import { paragraphsOf, type PageBlock } from './page-paragraphs'
import { ruledTables, type Rule } from './ruled-tables'

/** What stands on a page: words at their places, and the rules drawn on it. */
export type Page = { items: PageItem[]; rules: Rule[] }

/** The text of laid-out pages: paragraphs put together again, tables read cell by cell; a table goes on over a page's end. */
export function textOfPages(pages: Page[]): { text: string; heads: string[]; tables: number } {
  const blocks = pages.map(blocksOf)
  const { lines, heads, tables } = paragraphsOf(mergeTables(blocks))
  return { text: `${lines.join('\n')}\n`, heads, tables }
}

type Block = PageBlock & { columns?: number }

function blocksOf({ items, rules }: Page): Block[] {
  const tables = ruledTables(items, rules)
  const inside = new Set(tables.flatMap((table) => [...table.items]))
  const lines: Block[] = linesOfPage(items.filter((item) => !inside.has(item))).map((line) => ({ line }))
  for (const table of tables.sort((a, b) => a.y - b.y)) {
    const at = lines.findIndex((block) => 'line' in block && block.line.y > table.y)
    lines.splice(at < 0 ? lines.length : at, 0, { table: table.rows, columns: table.columns })
  }
  return lines
}

/** A table at the top of a page with as many columns as the one that ended the page before is its continuation; its head is not said twice. */
function mergeTables(pages: Block[][]): PageBlock[][] {
  let open: { table: string[]; columns?: number } | null = null
  return pages.map((page) => {
    const isText = (block: Block) => 'line' in block && !/^[-—–－\s\d]{1,8}$/.test(block.line.text)
    const first = page.findIndex((block) => 'table' in block || isText(block))
    const block = page[first]
    let kept = page
    if (open && block && 'table' in block && block.columns === open.columns) {
      const again = block.table[0] === open.table[0] ? 1 : 0
      open.table.push(...block.table.slice(again))
      kept = page.filter((one) => one !== block)
    }
    const last = page.findLast((one) => 'table' in one || isText(one))
    if (!last || !('table' in last)) open = null
    else if (last !== block || !open || kept === page) open = last
    return kept
  })
}
