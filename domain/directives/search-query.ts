import { foldSearch } from './search-text'

/** One of the words that were typed, and what the index is asked for it. All must be found. */
export type SearchTerm = {
  folded: string
  /** Tokens that stand in the text as they are: pairs of characters, numbers, `#2020.18` for a document number. */
  tokens: string[]
  /** Words in Latin letters, found from their beginning or by their stem. */
  words: string[]
  /** True where tokens alone do not say that the term stands there as one stretch. */
  stretch: boolean
}

/** What was typed, read: numbers of records, terms, letters of pinyin, and an act's name beside a task's number (“催办 T7”). */
export type SearchQuery = {
  typed: string
  terms: SearchTerm[]
  /** The number of a task (T7, 编号7, 7), alone or beside what to do with it. */
  taskNo: number | null
  directiveNo: number | null
  /** Of a bulletin: B7, or the number alone. */
  bulletinNo: number | null
  /** Of a responsibility statement: the number alone. */
  statementNo: number | null
  /** Initials or pinyin of a title or name; null unless letters alone were typed. */
  letters: string | null
  /** The words beside a task's number, which name what to do with it. */
  act: string | null
}

/** Characters that are read; more is cut off. */
export const LONGEST_SEARCH = 100
const MOST_TERMS = 8
const HAN_PAIR = /[\u3400-\u9fff]{2,}/g
const SPACED_NUMBER =
  /([\u3400-\u9fff]*)\s*([〔[(【〈{])\s*((?:19|20)\d{2})\s*([〕\])】〉}])\s*(第?)\s*(\d{1,5})\s*([号號]?)/g
const LARGEST_NO = 2_147_483_647

/** Reads what was typed into a search box. Nothing that can be looked for leaves `isEmptySearch`. */
export function readSearch(input: string): SearchQuery {
  const typed = input.replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH)
  const flat = typed.normalize('NFKC').replace(SPACED_NUMBER, '$1$2$3$4$5$6$7')
  const number = /^(编号|事项|任务|no\.?|t|d|b)?\s*(t|d|b)?\s*(\d{1,10})$/i.exec(flat)
  const kind = (number?.[2] ?? number?.[1] ?? '').toLowerCase()
  const no = number && Number(number[3]) <= LARGEST_NO ? Number(number[3]) : null
  const act = /^t(\d{1,9})\s*([^\d\s].*)$|^(\S.*?)\s*\bt(\d{1,9})$/i.exec(flat)
  const named = kind !== '' && no !== null
  const parts = flat.split(/\s+/).slice(0, MOST_TERMS)
  const joined = foldSearch(parts.join(''))
  return {
    typed,
    terms: named ? [] : parts.map(foldSearch).map(toTerm).filter(isAskable),
    taskNo: named && (kind === 'd' || kind === 'b') ? null : (no ?? (act ? Number(act[1] ?? act[4]) : null)),
    directiveNo: kind === 'd' || kind === '' ? no : null,
    bulletinNo: kind === 'b' || kind === '' ? no : null,
    statementNo: kind === '' ? no : null,
    letters: /^[a-z]{2,}$/.test(joined) ? joined : null,
    act: act && !named ? (act[2] ?? act[3] ?? '').trim() : null,
  }
}

/** True where nothing can be looked for: nothing typed, or a single Chinese character. */
export function isEmptySearch({ terms, taskNo, directiveNo, bulletinNo }: SearchQuery): boolean {
  return taskNo === null && directiveNo === null && bulletinNo === null && !terms.some(isIndexed)
}

const isIndexed = ({ tokens, words }: SearchTerm) => tokens.length > 0 || words.length > 0
const isAskable = (term: SearchTerm) => isIndexed(term) || /[\u3400-\u9fff]/.test(term.folded)

function toTerm(folded: string): SearchTerm {
  const number = /〔(\d{4})〕(\d{1,5})/.exec(folded)
  const rest = number ? folded.slice(0, number.index) : folded
  const runs = rest.match(/[a-z0-9]+/g) ?? []
  const pairs = [...folded.matchAll(HAN_PAIR)].flatMap(([run]) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  )
  const tokens = [...pairs, ...runs.filter((run) => /^\d+$/.test(run))]
  if (number) tokens.push(`#${number[1]}.${number[2]}`)
  return {
    folded,
    tokens: [...new Set(tokens)],
    words: [...new Set(runs.filter((run) => !/^\d+$/.test(run)).map((run) => run.slice(0, 60)))],
    stretch: /[\u3400-\u9fff〔]/.test(folded) && folded.length > 2,
  }
}
