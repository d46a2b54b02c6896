import Image from 'next/image'
import { LinkedFigure } from './linked-figure'
import { formLines } from '@/domain/documents/form-lines'
import type { Block, FormRow, Picture } from '@/domain/documents/model'

const PIXELS_PER_MM = 96 / 25.4

/** One block of a document on paper. */
export function PaperBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        // The page around it has its heading already.
        <p className="paper-title">
          {block.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )
    case 'addressee':
      return <p className="paper-plain">{block.text}</p>
    case 'heading':
      return <Heading block={block} />
    case 'paragraph':
      return (
        <p id={block.id} className={block.indent === false ? 'paper-plain' : 'paper-text'}>
          {block.spans.map(({ text, strong, link }, at) =>
            strong ? (
              <b key={at} className="paper-kai">
                {text}
              </b>
            ) : link ? (
              <LinkedFigure key={at} link={link} text={text} />
            ) : (
              text
            ),
          )}
        </p>
      )
    case 'quote':
      return (
        <blockquote className="paper-quote">
          <p>{block.text}</p>
          {block.source ? <footer>{block.source}</footer> : null}
        </blockquote>
      )
    case 'form':
      return <PaperForm rows={block.rows} />
    case 'table':
      return <PaperTable block={block} />
    case 'figure':
      return (
        <figure className="paper-figure">
          <Image
            unoptimized
            src={sourceOf(block.picture)}
            alt={block.picture.alt}
            width={Math.round(block.picture.widthMm * PIXELS_PER_MM)}
            height={Math.round(block.picture.heightMm * PIXELS_PER_MM)}
          />
          <figcaption>{block.caption}</figcaption>
          {block.source ? <p className="paper-note">{block.source}</p> : null}
        </figure>
      )
    case 'note':
      return <p className="paper-note">{block.text}</p>
    case 'attachments':
      return (
        <p className="paper-text">
          {block.label}
          {block.items.map((item, at) => (
            <span key={item} className="block">
              {block.items.length > 1 ? `${at + 1}. ${item}` : item}
            </span>
          ))}
        </p>
      )
    case 'signature':
      return block.parties.map((party) => (
        <p key={party.name} className="paper-signature">
          <span>{party.name}</span>
          {party.by ? <span>{party.by}</span> : null}
          <span>{party.on}</span>
        </p>
      ))
    case 'page_break':
      return <hr className="paper-break" />
  }
}

/** The picture is part of the model, not a file of the site. */
function sourceOf({ png }: Picture): string {
  return `data:image/png;base64,${btoa(Array.from(png, (byte) => String.fromCharCode(byte)).join(''))}`
}

function Heading({ block }: { block: Extract<Block, { kind: 'heading' }> }) {
  if (block.level === 1)
    return (
      <h2 id={block.id} className="paper-h1">
        {block.text}
      </h2>
    )
  if (block.level === 2) return <h3 className="paper-h2">{block.text}</h3>
  return <h4 className="paper-h3">{block.text}</h4>
}

function PaperForm({ rows }: { rows: readonly FormRow[] }) {
  return (
    <table className="paper-table paper-form">
      <tbody>
        {formLines(rows).map(([first, second], at) => (
          <tr key={at}>
            <th scope="row">{first.label}</th>
            <td colSpan={second ? 1 : 3}>{first.value}</td>
            {second ? (
              <>
                <th scope="row">{second.label}</th>
                <td>{second.value}</td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function linkAt(block: Extract<Block, { kind: 'table' }>, line: number, at: number, text: string) {
  const link = block.links?.[line]?.[at]
  return link ? <LinkedFigure link={link} text={text} /> : text
}

/** With more columns a row is a card on a phone, its roles kept. */
const COLUMNS_OF_A_PHONE = 4

function PaperTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const sum = block.columns.reduce((all, one) => all + one.share, 0)
  const many = block.columns.length > COLUMNS_OF_A_PHONE
  return (
    <>
      <table role="table" className={many ? 'paper-table paper-cards' : 'paper-table'}>
        {block.caption ? <caption>{block.caption}</caption> : null}
        <colgroup>
          {block.columns.map((column, at) => (
            <col key={at} style={{ width: `${(column.share / sum) * 100}%` }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {block.columns.map((column, at) => (
              <th key={at} role="columnheader" scope="col">
                {column.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {block.rows.map((row, line) =>
            typeof row === 'string' ? (
              <tr key={line} role="row" className="paper-band">
                <th role="rowheader" scope="rowgroup" colSpan={block.columns.length}>
                  {row}
                </th>
              </tr>
            ) : (
              <tr key={line} role="row">
                {row.map((text, at) => (
                  <td
                    key={at}
                    role="cell"
                    data-label={block.columns[at]?.words}
                    data-align={block.columns[at]?.align}
                  >
                    {linkAt(block, line, at, text)}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
      {block.source ? <p className="paper-note">{block.source}</p> : null}
    </>
  )
}
