import { createTranslator } from 'next-intl'
import { beforeAll, describe, expect, it } from 'vitest'
import { actSchema } from '@/domain/directives/draft/acts'
import { loadMessages } from '@/i18n/load-messages'
import { recordedFields, type RecordedField } from '@/tests/recorded-values'
import { AUDIT_EVENTS } from './events'
import { fieldKeys, literalEntities, wordKeys } from './value-words'

type Has = (key: string) => boolean

const recorded = recordedFields()
const languages: Has[] = []
beforeAll(async () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const t = createTranslator({ locale, messages: await loadMessages(locale) })
    languages.push((key) => t.has(key as never))
  }
})

/** The kinds of record of an entry: the one written beside it, else each that may hold a literal there. */
const entitiesOf = ({ entity, field }: RecordedField) => (entity ? [entity] : (literalEntities(field) ?? []))
const worded = (one: RecordedField, literal: string) => {
  const keys = [...entitiesOf(one), ''].flatMap((entity) => wordKeys({ entity, field: one.field }, literal))
  return languages.every((has) => keys.some(has))
}

describe('whoever reads the log', () => {
  it('finds what the code records: hundreds of fields', () => {
    expect(recorded.fields.length).toBeGreaterThan(300)
    expect(new Set(recorded.fields.map((one) => one.field)).size).toBeGreaterThan(100)
  })

  it('reads the name of every event and of every field in both languages', () => {
    const nameless = AUDIT_EVENTS.filter((event) => !languages.every((has) => has(`audit.events.${event}`)))
    expect(nameless).toEqual([])
    const unnamed = recorded.fields.filter(
      ({ entity, field }) =>
        !languages.every((has) => fieldKeys({ entity: entity ?? '', field }).some((key) => has(key))),
    )
    expect(unnamed.map((one) => `${one.field} (${one.at})`)).toEqual([])
  })

  it('reads what kind of record an entry is of as a word in both languages', () => {
    const kinds = [...new Set(recorded.fields.flatMap(({ entity }) => entity ?? []))]
    expect(kinds.length).toBeGreaterThan(20)
    expect(kinds.filter((kind) => !languages.every((has) => has(`audit.entities.${kind}`)))).toEqual([])
  })

  it('reads every literal that may stand there as a word in both languages', () => {
    const raw = recorded.fields.flatMap((one) =>
      one.literals.flatMap((literal) =>
        literal === '' || worded(one, literal) ? [] : [`${one.entity} ${one.field}: ${literal} (${one.at})`],
      ),
    )
    expect([...new Set(raw)]).toEqual([])
  })

  it('reads each act of the workspace as a word: they are recorded by their names', () => {
    const [one, bulk] = actSchema.options
    const acts = [...one.options, bulk].flatMap(({ shape }) => [...shape.type.values])
    const raw = [...acts, 'rerun'].filter((act) => !languages.every((has) => has(`audit.values.act.${act}`)))
    expect(raw).toEqual([])
  })

  it('finds names made at run time only where they are said another way', () => {
    expect(recorded.dynamic).toEqual([
      // Only what differs of fields that are known.
      'server/directives/workspace/record-edits.ts',
      // By the names of settings, and of the rules of urging.
      'server/org/change-settings.ts',
      'server/org/change-urge-rules.ts',
      // By the columns of the register.
      'server/registers/write-rows.ts',
    ])
  })
})
