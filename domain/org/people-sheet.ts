import { z } from 'zod'
import { fieldsOfZod, type FieldFailure } from '@/domain/errors'
import type { Column } from '@/domain/registers/columns'
import type { RegisterLine } from '@/domain/registers/read-lines'
import { accountName, personFields } from './account'

/** A new person: who they are and how they sign in; no password, no role. */
export const newPersonSchema = z.object({ account: accountName, ...personFields })
/** What of a new person is written down. */
export type NewPerson = z.output<typeof newPersonSchema>

const column = (key: string, name: string, nameEn: string, required = false): Column => ({
  key,
  name,
  nameEn,
  type: 'text',
  options: [],
  required,
  role: null,
  identifies: key === 'account',
})

/** The columns of a workbook of people, named in both languages; their keys are the fields' names. */
export const PEOPLE_COLUMNS: readonly Column[] = [
  column('account', '账号', 'Account', true),
  column('name', '姓名', 'Name', true),
  column('nameEn', '英文姓名', 'English name', true),
  column('title', '职务', 'Title'),
  column('titleEn', '英文职务', 'English title'),
  column('phone', '电话', 'Telephone'),
  column('email', '邮箱', 'Mail address'),
]

/** What becomes of a line: a new person, nothing (the person is there already), or nothing until it is mended. */
export type PlannedPerson = { line: number; raw: Record<string, string> } & (
  | { act: 'add'; person: NewPerson }
  | { act: 'same' }
  | { act: 'bad'; problems: FieldFailure[] }
)

/** A person of that account as it stands. */
export type StandingPerson = { account: string; name: string; nameEn: string }

/**
 * What an import of people would do, line by line: people are only added, never changed. An account that stands under the same names is left
 * as it is, so that the same file twice adds nobody; under other names it is refused, and so is one that an earlier line has.
 */
export function planPeople(
  lines: readonly RegisterLine[],
  standing: ReadonlyMap<string, StandingPerson>,
): PlannedPerson[] {
  const seen = new Map<string, number>()
  return lines.map(({ line, raw }): PlannedPerson => {
    const bad = (...problems: FieldFailure[]): PlannedPerson => ({ line, raw, act: 'bad', problems })
    const read = newPersonSchema.safeParse(raw)
    if (!read.success) return bad(...fieldsOfZod(read.error))
    const person = read.data
    const before = seen.get(person.account)
    if (before !== undefined)
      return bad({ path: 'account', code: 'register.line_repeated', params: { line: before } })
    seen.set(person.account, line)
    const known = standing.get(person.account)
    if (!known) return { line, raw, act: 'add', person }
    const same = known.name === person.name && known.nameEn === person.nameEn
    return same ? { line, raw, act: 'same' } : bad({ path: 'account', code: 'account.taken' })
  })
}

/** Accounts that the lines name, in one spelling: those that are asked for at the database. */
export function accountsOf(lines: readonly RegisterLine[]): string[] {
  return lines.flatMap(({ raw }) => {
    const read = accountName.safeParse(raw.account ?? '')
    return read.success ? [read.data] : []
  })
}
