import type { SearchPiece } from '@/domain/directives/search-hits'

/** A text with what was found in it marked. */
export function SearchPieces({ pieces }: { pieces: readonly SearchPiece[] }) {
  return pieces.map(({ text, hit }, at) =>
    hit ? (
      <mark key={at} className="rounded-sm bg-brand-tint font-semibold text-inherit">
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
}
