import { useTranslations } from 'next-intl'

/** Where the words stand that a record's own pages use for what is kept as a literal, by field and kind of record. */
const CATALOGUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  status: {
    task: ['tasks.status'],
    assignment: ['tasks.partStatus'],
    report: ['tasks.reports.status', 'extensions.status'],
    extension: ['extensions.status'],
    urge: ['urges.status'],
    urge_slip: ['urges.status'],
    directive: ['directives.statuses'],
    statement: ['statements.status'],
    bulletin: ['bulletins.statuses'],
  },
  kind: { report: ['tasks.reports.kind'], directive: ['directives.kinds'] },
  basis: { report: ['tasks.basis'] },
  returnKind: { report: ['tasks.reports.returnKind'] },
  role: { role_grant: ['shell.roles'] },
}

/** A value of the log in the reader's words, where it is one of a fixed set; else as it was kept. */
export function useValueWords() {
  const t = useTranslations()
  return ({ entity, field }: { entity: string; field: string }, value: string): string => {
    const places = CATALOGUES[field]?.[entity] ?? []
    const key = places
      .map((place) => `${place}.${value}`)
      .find((one) => /^[a-z_]+$/.test(value) && t.has(one))
    return key && t.has(key) ? t(key) : value
  }
}
