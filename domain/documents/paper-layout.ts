/** The page of GB/T 9704-2012: A4, margins and text area in millimetres (156 × 225), 22 lines of 28 characters of size 三号 (16 pt). */
export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  topMm: 37,
  bottomMm: 35,
  leftMm: 28,
  rightMm: 26,
  /** The page number stands 7 mm below the text area. */
  footerMm: 35 - 7 - 4.5,
  lines: 22,
  characters: 28,
} as const

/** Twentieths of a point in a millimetre. */
const TWIPS_PER_MM = 1440 / 25.4

/** Millimetres as twentieths of a point, rounded: the unit of office files. */
export function twips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM)
}

/** Width and height of the text area in millimetres; turned for what lies across. */
export function textArea(landscape: boolean): { widthMm: number; heightMm: number } {
  const widthMm = PAGE.widthMm - PAGE.leftMm - PAGE.rightMm
  const heightMm = PAGE.heightMm - PAGE.topMm - PAGE.bottomMm
  return landscape ? { widthMm: heightMm, heightMm: widthMm } : { widthMm, heightMm }
}

/** The pitch of the line grid in twentieths of a point: 225 mm over 22 lines (28.95 pt), rounded down so that the 22nd line stays on its page. */
export const LINE_TWIPS = Math.floor(twips(PAGE.heightMm - PAGE.topMm - PAGE.bottomMm) / PAGE.lines)

/** Shares of the columns as widths that add up to `total` exactly. */
export function widthsOf(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, one) => all + one, 0)
  const widths = shares.map((share) => Math.floor((share / sum) * total))
  const rest = total - widths.reduce((all, one) => all + one, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}
