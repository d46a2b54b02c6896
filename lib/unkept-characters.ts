const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const DEEPEST = 12

/** Where in plain data a text holds what the database cannot keep as it came: a NUL, or half of a character. Dotted paths. */
export function pathsOfUnkeptCharacters(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return value.includes('\0') || HALF.test(value) ? [path.join('.')] : []
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsOfUnkeptCharacters(name, path).concat(pathsOfUnkeptCharacters(inner, [...path, name])),
  )
}

/** The text without them: for what is only searched for, never kept. */
export function withoutUnkeptCharacters(text: string): string {
  return text.replaceAll('\0', '').replace(new RegExp(HALF, 'g'), '')
}
