import Link from 'next/link'
import type { FigureLink } from '@/domain/documents/model'

/** A figure on a paper that is read on a screen: it says what it counts when it has focus, and leads to its rows. Printed, it is a number. */
export function LinkedFigure({ link, text }: { link: FigureLink; text: string }) {
  return (
    <Link
      href={link.href}
      prefetch={false}
      className="paper-live"
      data-count={link.count}
      data-note={link.note}
      aria-description={link.note}
    >
      {text}
    </Link>
  )
}
