import { failRefused } from '@/server/errors'
import { documentText, type DocumentText } from './document-text'
import { DocxNumbering } from './docx-numbering'
import { DocxStyles } from './docx-styles'
import { docxLines, docxNotes, type DocxWalk } from './docx-walk'
import { unzipParts } from './unzip'
import { child, childrenOf, descendants, elementsOf, parseXml, textIn, type XmlElement } from './xml'

const PARTS =
  /^(?:_rels\/\.rels|docProps\/(?:core|custom|app)\.xml|[^/]+\/(?:document\d*|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml)$/

/**
 * Reads a .docx: a line for each paragraph, tabs between the cells of a row, the numbers that Word itself draws where they are sure, text
 * boxes before their paragraph, notes at the end. What was deleted under tracked changes and what is hidden is not read. Refused:
 * directive.file_damaged, directive.file_too_large_unpacked.
 */
export function readDocx(bytes: Uint8Array): DocumentText {
  const parts = unzipParts(bytes, (path) => PARTS.test(path))
  const read = (path: string) => {
    const part = parts.get(path)
    return part && parseXml(part)
  }
  const main = mainPart(read('_rels/.rels'), parts)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const body = child(child(read(main), 'document'), 'body') ?? failRefused('directive.file_damaged')
  const styles = new DocxStyles(read(`${folder}styles.xml`))
  const numbering = new DocxNumbering(read(`${folder}numbering.xml`), (id) => styles.numberOf(id)?.numId)
  const walk: DocxWalk = {
    styles,
    numbering,
    counts: { rebuilt: 0, unsure: 0, tracked: 0, hidden: 0, footnotes: 0, tables: 0, headings: 0 },
    hiddenWords: [],
  }
  const lines = docxLines(walk, body)
  const { counts } = walk
  const tables = counts.tables
  const notes = [
    ...docxNotes(walk, read(`${folder}footnotes.xml`), 'footnote'),
    ...docxNotes(walk, read(`${folder}endnotes.xml`), 'endnote'),
  ]
  const text = [...lines, ...(counts.footnotes > 0 ? notes : [])].join('\n').replace(/\n+$/, '')
  return documentText('docx', `${text}\n`, {
    tables,
    headings: counts.headings,
    notes: [
      { code: 'numbers_rebuilt', count: counts.rebuilt },
      { code: 'numbers_unsure', count: counts.unsure },
      { code: 'tracked_changes', count: counts.tracked },
      { code: 'hidden_text', count: counts.hidden },
      { code: 'footnotes', count: counts.footnotes },
    ],
    further: [...aside(parts), walk.hiddenWords.join('\n')].filter((words) => words.trim() !== ''),
  })
}

function mainPart(relations: XmlElement | undefined, parts: Map<string, Uint8Array>): string {
  const target = childrenOf(child(relations, 'Relationships'), 'Relationship').find((one) =>
    one.attributes.Type?.endsWith('/officeDocument'),
  )?.attributes.Target
  const path = target?.replace(/^\//, '')
  return path && parts.has(path) ? path : 'word/document.xml'
}

/** Page heads and feet, and the file's properties: each a text of its own, a property a line. */
function aside(parts: Map<string, Uint8Array>): string[] {
  return [...parts].flatMap(([path, part]) => {
    if (/(?:header|footer)\d*\.xml$/.test(path)) {
      return [descendants(parseXml(part), 'p').map(textIn).join('\n')]
    }
    if (!path.startsWith('docProps/')) return []
    return [
      elementsOf(elementsOf(parseXml(part))[0])
        .map(textIn)
        .join('\n'),
    ]
  })
}
