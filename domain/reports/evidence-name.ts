/** Longest name of a piece of evidence, in characters. */
export const EVIDENCE_NAME_LIMIT = 200

/** A file's name as it is kept: no folders, no control characters, no marks that turn the reading direction, at most 200 characters with its ending. */
export function evidenceNameOf(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...clean]
  if (characters.length <= EVIDENCE_NAME_LIMIT) return clean
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return characters.slice(0, EVIDENCE_NAME_LIMIT - ending.length).join('') + ending
}

/** A Content-Disposition that carries any name: ASCII for old readers, UTF-8 for the others (RFC 6266). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
