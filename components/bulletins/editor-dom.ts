import type { Figure, Inline, Paragraph } from '@/domain/bulletins/content'
import type { BulletinEdits } from '@/domain/bulletins/edits'
import type { FigureName } from '@/domain/bulletins/figures'

type EditedInline = BulletinEdits['sections'][number]['paragraphs'][number][number]

/** What a field shows: its value and what it counts. */
export type Shown = { text: string; note: string }

/** The place after a field where the cursor could not stand otherwise; it lets no line break before a stop. */
const STOP = '\u2060'

/** Writes paragraphs into an editable element: a block each, fields as atoms that are moved and deleted whole. */
export function fillEditor(
  root: HTMLElement,
  paragraphs: readonly Paragraph[],
  shownOf: (id: string) => Shown,
): void {
  root.replaceChildren(
    ...(paragraphs.length === 0 ? [[]] : paragraphs.map((one) => one.inlines)).map((inlines) => {
      const block = document.createElement('p')
      block.className = 'paper-text'
      for (const inline of inlines) block.append(...nodesOf(inline, shownOf))
      if (inlines.length === 0) block.append(document.createElement('br'))
      return block
    }),
  )
}

function nodesOf(inline: Inline, shownOf: (id: string) => Shown): Node[] {
  if ('text' in inline) return [document.createTextNode(inline.text)]
  const chip = chipOf(shownOf(inline.figure))
  chip.dataset.figure = inline.figure
  return [chip, document.createTextNode(STOP)]
}

function chipOf({ text, note }: Shown): HTMLElement {
  const chip = document.createElement('span')
  chip.className = 'paper-live'
  chip.contentEditable = 'false'
  chip.tabIndex = 0
  chip.textContent = text
  chip.dataset.note = note
  chip.setAttribute('role', 'img')
  chip.setAttribute('aria-label', `${text}, ${note}`)
  return chip
}

/** Puts a new field where the cursor was, or at the end of the element; the cursor stands behind it. */
export function insertField(
  root: HTMLElement,
  at: Range | null,
  field: { name: FigureName; lead?: string; shown: Shown },
): void {
  const chip = chipOf(field.shown)
  chip.dataset.insert = field.name
  if (field.lead) chip.dataset.lead = field.lead
  const range = at ?? endOf(root)
  range.deleteContents()
  const stop = document.createTextNode(STOP)
  range.insertNode(stop)
  range.insertNode(chip)
  range.setStartAfter(stop)
  range.collapse(true)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

function endOf(root: HTMLElement): Range {
  const range = document.createRange()
  range.selectNodeContents(root.lastElementChild ?? root)
  range.collapse(false)
  return range
}

/** Reads what stands in an editable element: its blocks as paragraphs, its fields by id or by name where they are new. */
export function readEditor(root: HTMLElement): EditedInline[][] {
  const paragraphs: EditedInline[][] = [[]]
  const last = () => paragraphs.at(-1) ?? []
  const put = (one: EditedInline) => {
    const before = last().at(-1)
    if ('text' in one && before && 'text' in before) before.text += one.text
    else last().push(one)
  }
  const walk = (node: Node): void => {
    if (node instanceof Text) return put({ text: node.data.replaceAll(STOP, '').replaceAll('\u00A0', ' ') })
    if (!(node instanceof HTMLElement)) return
    const { figure, insert, lead } = node.dataset
    if (figure) return put({ figure })
    if (insert) return put({ insert: insert as FigureName, ...(lead ? { lead } : {}) })
    if (node.tagName === 'BR') return void (node.nextSibling && paragraphs.push([]))
    if (node.tagName === 'P' || node.tagName === 'DIV') paragraphs.push([])
    node.childNodes.forEach(walk)
  }
  root.childNodes.forEach(walk)
  return paragraphs.filter((inlines) => inlines.some((one) => !('text' in one) || one.text.trim() !== ''))
}

/** Once saved, new fields have ids and values: they become fields like the others, in the order in which they stand. */
export function nameInserted(
  roots: readonly HTMLElement[],
  added: readonly Figure[],
  shownOf: (figure: Figure) => Shown,
): void {
  const chips = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[data-insert]')])
  for (const [at, chip] of chips.entries()) {
    const figure = added[at]
    if (!figure) continue
    const { text, note } = shownOf(figure)
    delete chip.dataset.insert
    delete chip.dataset.lead
    chip.dataset.figure = figure.id
    chip.dataset.note = note
    chip.textContent = text
    chip.setAttribute('aria-label', `${text}, ${note}`)
  }
}
