import type { Role } from './roles'
import type { FactsByKind, SubjectKind } from './subjects'

/**
 * How far a role's verb goes (domain.md §4).
 * any: every record · office: what the supervision office owns, but for what units handed down of it · own: assignments of the actor's reach ·
 * down: what the actor's units hand down (tasks they own, assignments below theirs) · drafts: the same, while drafting ·
 * supporters: down, and the supporters of an own lead · self: the actor's own person · unit: units of the reach ·
 * read: by the rules of reading.
 */
export type Scope = 'any' | 'office' | 'own' | 'down' | 'supporters' | 'self' | 'unit' | 'read'

type Row = { on: readonly SubjectKind[]; may: Readonly<Partial<Record<Role, Scope>>> }

const row = <const K extends readonly SubjectKind[]>(on: K, may: Row['may']) => ({ on, may })
const leaders = { leader: 'any', office_head: 'any' } as const
const officeDesk = { office_head: 'office', officer: 'office' } as const
const officeDraft = { office_head: 'any', officer: 'any' } as const
const unitBoth = { unit_head: 'own', liaison: 'own' } as const
const unitHead = { unit_head: 'own' } as const
const approvers = { leader: 'office', office_head: 'office', unit_head: 'down' } as const
const reviewers = { ...officeDesk, unit_head: 'down' } as const
const readers = {
  leader: 'read',
  office_head: 'read',
  officer: 'read',
  unit_head: 'read',
  liaison: 'read',
  discipline: 'read',
} as const

/** The table of domain.md §4, row by row. A role that is not named is refused. */
export const POLICY = {
  // take in, file, discard, decompose; draft, send for approval; link (a unit: what it hands down)
  'directive.create': row([], officeDraft),
  'directive.file': row(['directive'], officeDraft),
  'directive.discard': row(['directive'], officeDraft),
  'directive.decompose': row(['directive'], officeDraft),
  'task.draft': row(['task'], { ...officeDesk, unit_head: 'down', liaison: 'down' }),
  'task.submit': row(['task'], reviewers),
  'requirement.link': row(['task'], reviewers),
  // set up milestones, registers and indicators of a task that went out; another date for a milestone is its head's
  'task.plan': row(['task'], reviewers),
  'milestone.redate': row(['task'], approvers),
  'assignment.hand_down': row(['assignment'], unitHead),
  // approve, send back, decline, dispatch, reassign, set distribution
  'task.approve': row(['task'], approvers),
  'task.send_back': row(['task'], approvers),
  'task.decline': row(['task'], approvers),
  'task.dispatch': row(['task'], approvers),
  'task.reassign': row(['task', 'assignment'], approvers),
  'directive.distribute': row(['directive', 'task'], approvers),
  // ask units that received a directive to study it: it shows them nothing new, so whoever may urge for the office may ask
  'study.require': row(['directive'], { leader: 'office', office_head: 'office', officer: 'office' }),
  'task.name_people': row(['task'], { office_head: 'office', unit_head: 'down' }),
  // rule on a refusal, waive
  'assignment.rule': row(['assignment'], reviewers),
  'assignment.waive': row(['assignment'], reviewers),
  // acknowledge, refuse
  'assignment.acknowledge': row(['assignment'], unitBoth),
  'assignment.refuse': row(['assignment'], unitBoth),
  'assignment.name_person': row(['assignment'], unitHead),
  // write a report, attach evidence, fill registers, indicators and milestones, keep study records
  'report.write': row(['assignment', 'report'], unitBoth),
  'evidence.attach': row(['assignment', 'report'], unitBoth),
  'register.fill': row(['assignment'], unitBoth),
  'indicator.fill': row(['assignment'], unitBoth),
  'milestone.fill': row(['assignment'], unitBoth),
  'study.keep': row(['unit'], { unit_head: 'unit', liaison: 'unit' }),
  'study.name': row(['unit'], { unit_head: 'unit' }),
  // sign off a report (send it back, submit, withdraw); sign an urge's answer
  'report.sign_off': row(['assignment', 'report'], unitHead),
  'report.withdraw': row(['report'], unitHead),
  'urge.draft_answer': row(['assignment'], unitBoth),
  'urge.sign_answer': row(['assignment'], unitHead),
  // ask for an extension, withdraw it
  'extension.draft': row(['assignment'], unitBoth),
  'extension.request': row(['assignment'], unitHead),
  'extension.withdraw': row(['assignment'], unitHead),
  // review, return, verify (a report); put a task under review, return it
  'report.review': row(['report'], reviewers),
  'task.conclude': row(['task'], reviewers),
  'task.return': row(['task'], reviewers),
  // grant an extension: the office head's is the first step
  'extension.endorse': row(['assignment'], { office_head: 'office' }),
  'extension.grant': row(['assignment'], { leader: 'office', unit_head: 'down' }),
  // urge
  'urge.send': row(['assignment'], {
    leader: 'office',
    office_head: 'office',
    officer: 'office',
    unit_head: 'supporters',
  }),
  // complete
  'task.complete': row(['task'], approvers),
  // suspend, resume, strike off, close and archive a directive
  'task.suspend': row(['task'], leaders),
  'task.resume': row(['task'], leaders),
  'task.strike_off': row(['task'], leaders),
  'task.archive': row(['task'], leaders),
  'directive.close': row(['directive'], leaders),
  'directive.archive': row(['directive'], leaders),
  // terminate, reopen; a due date changes by an extension or a leader's decision (domain.md §3)
  'task.terminate': row(['task'], { leader: 'any' }),
  'task.reopen': row(['task'], { leader: 'any' }),
  'task.change_due': row(['task'], { leader: 'any' }),
  // leader's note
  'note.write': row(['directive', 'task', 'report'], { leader: 'any' }),
  // answer a leader's note: a liaison drafts, the head signs
  'note.draft_answer': row(['unit'], { unit_head: 'unit', liaison: 'unit' }),
  'note.sign_answer': row(['unit'], { unit_head: 'unit' }),
  // bulletin
  'bulletin.approve': row([], { leader: 'any' }),
  'bulletin.publish': row([], { office_head: 'any' }),
  'bulletin.draft': row([], officeDraft),
  'bulletin.read': row([], readers),
  // statement: drawn up (and taken back) by the office, signed by the unit's head, countersigned by a leader
  'statement.draw_up': row([], officeDraft),
  'statement.countersign': row([], { leader: 'any' }),
  'statement.sign': row(['unit'], { unit_head: 'unit' }),
  // name a deputy, hand over duties
  'deputy.name': row(['person'], {
    leader: 'self',
    office_head: 'any',
    officer: 'self',
    unit_head: 'unit',
    liaison: 'self',
  }),
  // read directives, tasks, reports; export what one may read (logged)
  'directive.read': row(['directive'], readers),
  'task.read': row(['task'], readers),
  'report.read': row(['report'], readers),
  'record.export': row([], readers),
  'overview.read': row([], { leader: 'any', office_head: 'any', officer: 'any', discipline: 'any' }),
  'unit.read_figures': row(['unit'], {
    leader: 'any',
    office_head: 'any',
    officer: 'any',
    discipline: 'any',
    unit_head: 'unit',
    liaison: 'unit',
  }),
  // keep views of the ledger for oneself; share them with the office; the head clears away what somebody else shared
  'view.keep': row([], readers),
  'view.share': row([], officeDraft),
  'view.clear': row([], { office_head: 'any' }),
  // time limits, thresholds, calendar, templates
  'settings.manage': row([], { office_head: 'any' }),
  // what each leader is in charge of 分管: it decides whose decisions are shown to whom, not who may decide
  'portfolio.set': row([], { office_head: 'any' }),
  // the calendar: also put right by the system administrator, who keeps what the installation stands on
  'calendar.manage': row([], { office_head: 'any', system_admin: 'any' }),
  // audit log: read, verify, export an evidence pack (the auditor's values are masked)
  'audit.read': row([], { discipline: 'any', auditor: 'any' }),
  'audit.verify': row([], { discipline: 'any', auditor: 'any' }),
  'audit.export': row([], { discipline: 'any', auditor: 'any' }),
  // facts to look at: they are about the work, which the auditor does not read
  'fact.read': row([], { discipline: 'any' }),
  // units and guidance, users; a move of a unit is confirmed by the security administrator
  'org.manage': row([], { system_admin: 'any' }),
  'user.manage': row([], { system_admin: 'any' }),
  // how the timed jobs go; start one
  'job.run': row([], { system_admin: 'any' }),
  'org.confirm_move': row([], { security_admin: 'any' }),
  // grant roles, unlock accounts, revoke sessions
  'role.grant': row([], { security_admin: 'any' }),
  'account.unlock': row([], { security_admin: 'any' }),
  'session.revoke': row([], { security_admin: 'any' }),
} as const satisfies Record<string, Row>

/** A verb on a noun that a role may hold. */
export type Permission = keyof typeof POLICY

/** The records on which a permission may be asked: the facts of its kinds of subject. */
export type SubjectOf<P extends Permission> = FactsByKind[(typeof POLICY)[P]['on'][number]]

/** All permissions, in the order of the table. */
export const PERMISSIONS = Object.keys(POLICY) as Permission[]

/** How far the role's verb goes, or null where the role does not hold it. */
export function scopeOf(role: Role, permission: Permission): Scope | null {
  const { may }: Row = POLICY[permission]
  return may[role] ?? null
}

/** The kinds of record on which the permission is asked; empty where it concerns none. */
export function subjectKindsOf(permission: Permission): readonly SubjectKind[] {
  return POLICY[permission].on
}
