import type { Head, Imprint, OfficialDocument } from '@/domain/documents/model'
import { cx } from '@/lib/cx'
import { PaperBlock } from './paper-block'

/** A document as it will lie on paper: the same model from which its DOCX is drawn. Printed, the browser breaks it into sheets. */
export function PaperView({ document }: { document: OfficialDocument }) {
  const { language, name, imprint, landscape, further = [] } = document
  return [document, ...further].map(({ marking, head, blocks }, sheet) => (
    <article
      key={sheet}
      lang={language}
      aria-label={further.length > 0 ? `${name} ${sheet + 1}` : name}
      className={cx('paper', landscape && 'paper-across')}
    >
      {marking ? <p className="paper-mark">{marking}</p> : null}
      {head ? <PaperHead head={head} /> : null}
      {blocks.map((block, at) => (
        <PaperBlock key={at} block={block} />
      ))}
      {imprint && sheet === 0 ? <PaperImprint imprint={imprint} /> : null}
    </article>
  ))
}

function PaperHead({ head }: { head: Head }) {
  return (
    <header className={cx('paper-head', head.red && 'paper-red')}>
      <p className="paper-organ">{head.organ}</p>
      {head.number ? <p className="paper-number">{head.number}</p> : null}
      {head.issuer || head.on ? (
        <p className="paper-sides">
          <span>{head.issuer}</span>
          <span>{head.on}</span>
        </p>
      ) : null}
    </header>
  )
}

function PaperImprint({ imprint }: { imprint: Imprint }) {
  return (
    <footer className="paper-imprint">
      {imprint.copies ? <p>{imprint.copies}</p> : null}
      <p className="paper-sides">
        <span>{imprint.issuer}</span>
        <span>{imprint.on}</span>
      </p>
    </footer>
  )
}
