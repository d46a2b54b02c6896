import type { FormRow } from './model'

/** The rows of a form as lines: halves meet in pairs, a half without its fellow takes the line. */
export function formLines(rows: readonly FormRow[]): [FormRow, FormRow?][] {
  const lines: [FormRow, FormRow?][] = []
  for (const row of rows) {
    const last = lines.at(-1)
    if (row.half && last && last[0].half && !last[1]) last[1] = row
    else lines.push([row])
  }
  return lines
}
