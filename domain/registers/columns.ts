import { z } from 'zod'

/** What a column of a register can hold. */
export const COLUMN_TYPES = ['text', 'number', 'date', 'choice', 'unit', 'yes_no'] as const
/** One of `COLUMN_TYPES`. */
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** Dates with a meaning of their own: by when a row is to be put right, and when it was 整改. */
export const COLUMN_ROLES = ['due', 'put_right'] as const
/** One of `COLUMN_ROLES`. */
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** Most columns, choices of one, characters of a name, characters of a cell of text, lines of one import. */
export const REGISTER_LIMITS = {
  columns: 30,
  options: 50,
  name: 60,
  title: 120,
  text: 1000,
  lines: 5000,
} as const

const name = z
  .string()
  .trim()
  .min(1, { error: 'register.column_unnamed' })
  .max(REGISTER_LIMITS.name, { error: 'register.name_too_long' })
const nameEn = z.string().trim().max(REGISTER_LIMITS.name, { error: 'register.name_too_long' }).default('')

const columnSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  name,
  nameEn,
  type: z.enum(COLUMN_TYPES),
  options: z
    .array(z.object({ value: z.string().min(1).max(REGISTER_LIMITS.name), name, nameEn }))
    .max(REGISTER_LIMITS.options, { error: 'register.too_many_options' })
    .default([]),
  required: z.boolean().default(false),
  role: z.enum(COLUMN_ROLES).nullable().default(null),
  /** Rows are told apart by this column: the same words name the same row when a file comes again. */
  identifies: z.boolean().default(false),
})

/** A column of a register. */
export type Column = z.infer<typeof columnSchema>

/** The columns of a register: at least one, names and keys of their own, choices where choices are asked for, dates for the roles. */
export const columnsSchema = z
  .array(columnSchema)
  .min(1, { error: 'register.columns_missing' })
  .max(REGISTER_LIMITS.columns, { error: 'register.too_many_columns' })
  .superRefine((columns, check) => {
    const say = (index: number, message: string) =>
      check.addIssue({ code: 'custom', message, path: [index, 'name'] })
    columns.forEach((column, index) => {
      const earlier = columns.slice(0, index)
      if (earlier.some((one) => one.name === column.name || one.key === column.key))
        say(index, 'register.column_repeated')
      if (column.type === 'choice' && column.options.length === 0) say(index, 'register.options_missing')
      if (column.role !== null && column.type !== 'date') say(index, 'register.role_needs_date')
      if (column.role !== null && earlier.some((one) => one.role === column.role))
        say(index, 'register.role_repeated')
      const words = column.options.map((one) => one.name)
      if (new Set(words).size !== words.length) say(index, 'register.option_repeated')
    })
  })

/** The stored columns as the domain reads them; throws where the stored value is none of ours. */
export function readColumns(stored: unknown): Column[] {
  return columnsSchema.parse(stored)
}

/** True where rows of the register are open until they are put right. */
export function isTracked(columns: readonly Column[]): boolean {
  return columns.some((column) => column.role === 'put_right')
}

/** The name of a column or a choice in the reader's language; what has no English keeps its Chinese. */
export function nameIn(named: { name: string; nameEn: string }, language: string): string {
  return language.startsWith('en') && named.nameEn !== '' ? named.nameEn : named.name
}

const PERSONAL =
  /姓名|名字|身份证|证件|电话|手机|住址|地址|户籍|银行|账号|出生|病情|残疾证|\b(?:id (?:card|number)|passport|phone|mobile|address|birth|bank|first name|surname|full name)\b/i

/** True where a column's name asks for what tells who somebody is: people in need are counted here, never listed by name. */
export function asksForPerson(column: { name: string; nameEn: string }): boolean {
  return PERSONAL.test(column.name) || PERSONAL.test(column.nameEn)
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** True where the words hold a citizen's identity number: 18 characters with the right check digit (GB 11643). */
export function holdsIdentityNumber(words: string): boolean {
  return [...words.matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/g)].some(([found]) => {
    const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(found[at]), 0)
    return '10X98765432'[sum % 11] === found[17]?.toUpperCase()
  })
}
