import type { SearchQuery, SearchTerm } from '@/domain/directives/search-query'
import { Prisma } from '@/prisma/generated/client'

/**
 * What is asked, as a condition over a search table `s`: by the tokens of the index, and as one stretch where tokens alone do not say so.
 * `letters`: the table also knows the pinyin of its titles.
 */
export function matchSql(query: SearchQuery, { letters = false } = {}): Prisma.Sql {
  const asked = query.terms.flatMap(termSql)
  const ways: Prisma.Sql[] = []
  if (asked.length > 0) ways.push(Prisma.sql`(${Prisma.join(asked, ' && ')})`)
  if (letters && query.letters) ways.push(lettersSql(query.letters))
  if (ways.length === 0) return Prisma.sql`FALSE`
  const tokens = letters
    ? Prisma.sql`search_tokens(s.folded, s.letters)`
    : Prisma.sql`search_tokens(s.folded)`
  // Not LIKE: its guess of few rows makes the database read the table and work out the tokens of each, instead of asking the index.
  const stretches = query.terms
    .filter((term) => term.stretch)
    .map(({ folded }) => Prisma.sql`strpos(s.folded, ${folded}) > 0`)
  return Prisma.join([Prisma.sql`${tokens} @@ (${Prisma.join(ways, ' || ')})`, ...stretches], ' AND ')
}

/** Tokens hold letters, digits, Chinese characters, `#` and `.` alone, so that quoted they are what they are. */
function termSql({ tokens, words }: SearchTerm): Prisma.Sql[] {
  const exact =
    tokens.length > 0 ? [Prisma.sql`${tokens.map((token) => `'${token}'`).join(' & ')}::tsquery`] : []
  return [...exact, ...words.map((word) => Prisma.sql`search_word(${word})`)]
}

/** The index holds the initials of eight characters from each on, and the pinyin of six. */
function lettersSql(letters: string): Prisma.Sql {
  return Prisma.sql`${`'~${letters.slice(0, 8)}':* | '=${letters.slice(0, 14)}':*`}::tsquery`
}

const HAN = /^[\u3400-\u9fff]+$/

/** The same condition without tokens, where only Chinese words are asked for: a pair of characters is a token just where it stands. Else null. */
export function plainSql({ terms, letters }: SearchQuery): Prisma.Sql | null {
  const asked = terms.filter(({ tokens }) => tokens.length > 0)
  if (letters || asked.length === 0 || !terms.every(({ folded }) => HAN.test(folded))) return null
  return Prisma.sql`(${Prisma.join(
    asked.map(({ folded }) => Prisma.sql`strpos(s.folded, ${folded}) > 0`),
    ' AND ',
  )})`
}
