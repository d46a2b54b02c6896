/** Where a value of the log stands: in an entry on what kind of record, under which field. */
export type ValuePlace = { entity: string; field: string }

/** For records of any kind. */
const ANY = '*'

type Catalogues = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** Where the words stand that a record's own pages use for what is kept as a literal: by field, then by kind of record. */
const CATALOGUES: Catalogues = {
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
    unit_change: ['unit_changes.statuses'],
    note: ['audit.values.answer'],
    person: ['people'],
  },
  kind: {
    task: ['tasks.kind'],
    report: ['tasks.reports.kind'],
    directive: ['directives.kinds'],
    bulletin: ['bulletins.kinds'],
    unit_change: ['unit_changes.kinds'],
    unit: ['admin.kinds'],
  },
  how: { [ANY]: ['audit.values.how'] },
  reason: { session: ['audit.values.how'] },
  act: { [ANY]: ['audit.values.act'] },
  aggregation: { [ANY]: ['indicators.aggregations'] },
  basis: { [ANY]: ['tasks.basis'] },
  cycle: { [ANY]: ['tasks.cycle'] },
  decision: { [ANY]: ['exports.decisions'] },
  direction: { [ANY]: ['indicators.directions'] },
  draftState: { [ANY]: ['workspace.states'] },
  dueBasis: { [ANY]: ['audit.values.dueBasis'] },
  format: { [ANY]: ['audit.values.format'] },
  job: { [ANY]: ['jobs.names'] },
  level: { [ANY]: ['urges.levels'] },
  list: { [ANY]: ['exports.kinds'] },
  marking: { [ANY]: ['directives.marks'] },
  on: { [ANY]: ['audit.values.on'] },
  paper: { [ANY]: ['documents.kinds'] },
  part: { [ANY]: ['tasks.part'] },
  purpose: { [ANY]: ['audit.values.purpose'] },
  reasonKind: { [ANY]: ['extensions.reasons'] },
  registerMeasure: { [ANY]: ['indicators.measures'] },
  returnKind: { [ANY]: ['tasks.reports.returnKind'] },
  role: { [ANY]: ['shell.roles'] },
  roles: { [ANY]: ['shell.roles'] },
  rule: { [ANY]: ['urges.rules'] },
  section: { [ANY]: ['bulletins.sections'] },
  state: { calendar: ['calendar.states'] },
  template: { [ANY]: ['registers.templates'] },
  urgency: { [ANY]: ['directives.urgencies'] },
  with: { [ANY]: ['audit.values.with'] },
}

/** A literal as a key of messages; anything else is text. */
const LITERAL = /^[a-zA-Z0-9]+([._-][a-zA-Z0-9]+)*$/

/** The keys under which the word for a literal may stand, the likeliest first; none where the field holds no literals. */
export function wordKeys({ entity, field }: ValuePlace, value: string): string[] {
  if (!LITERAL.test(value)) return []
  const places = CATALOGUES[field]?.[entity] ?? CATALOGUES[field]?.[ANY] ?? []
  return places.map((place) => `${place}.${value}`)
}

/** The kinds of record whose entries may hold literals under this field; empty where they mean the same everywhere, null where it holds none. */
export function literalEntities(field: string): string[] | null {
  const known = CATALOGUES[field]
  return known ? Object.keys(known).filter((one) => one !== ANY) : null
}

/** The keys under which the name of a field may stand: what it means in entries on such a record, then anywhere. */
export function fieldKeys({ entity, field }: ValuePlace): string[] {
  const setting = /^urge_[a-z_]+$/.test(field) ? [] : [`settings.fields.${field}`]
  return [
    `audit.fieldsOf.${entity}.${field}`,
    `audit.fields.${field}`,
    ...(entity === 'settings' ? setting : []),
  ]
}

/** Fields that hold shares of a hundred. */
export const PERCENT_FIELDS: readonly string[] = ['claimedProgress', 'verifiedProgress']

/** Lists of numbers under these fields are of records with a letter before their number. */
export const NUMBERED_FIELDS: Readonly<Record<string, string>> = { tasks: 'T', directives: 'D' }

/** Fields that hold the address of a ledger's filter. */
export const FILTER_FIELDS: readonly string[] = ['query', 'scope']
