/** Pages that hold nothing typed: they are refreshed in place. */
const QUIET = [
  '/desk',
  '/tasks',
  '/directives',
  '/decisions',
  '/overview',
  '/notices',
  '/signoff',
  '/bulletins',
  '/statements',
]
/** Pages on which everything of the work may appear. */
const ALSO = ['/review', '/signoff']

/** True for a list that may be refreshed without being asked. */
export function isQuietList(path: string): boolean {
  return QUIET.includes(path)
}

/** True where a change of this record (T12, D3, B5, S7) may be seen on this page. */
export function isOfPage(record: string, path: string): boolean {
  const [, noun, name] = path.split('/')
  if (noun === 'statements') return name === undefined ? record.startsWith('S') : record === `S${name}`
  if (noun === 'bulletins') return name === undefined ? record.startsWith('B') : name === record
  if (noun === 'tasks' || noun === 'directives')
    return name === undefined ? record.startsWith('T') || record.startsWith('D') : name === record
  return isQuietList(path) || ALSO.includes(`/${noun}`)
}
