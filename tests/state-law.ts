// domain.md §3 and §4 written out by hand: every state, every event, where it leads, who may bring it about. Nothing here is taken from the
// code that is held against it. Letters: L leader · H office head · O officer · U head of the unit concerned · I its liaison. A dash: no button
// of anybody's, it follows from another act. What is not written is refused, to everybody; discipline and administrators are in no line.

/** The roles of the letters above and the accounts of the small ministry that hold them; the last four may do nothing anywhere. */
export const WHO = {
  L: { role: 'leader', account: 'leader' },
  H: { role: 'office_head', account: 'office-head' },
  O: { role: 'officer', account: 'officer' },
  U: { role: 'unit_head', account: 'relief-head' },
  I: { role: 'liaison', account: 'relief-liaison' },
  D: { role: 'discipline', account: 'inspector' },
  S: { role: 'system_admin', account: 'sysadmin' },
  C: { role: 'security_admin', account: 'secadmin' },
  A: { role: 'auditor', account: 'auditor' },
} as const
export type Letter = keyof typeof WHO
export const LETTERS = Object.keys(WHO) as Letter[]

/** The office's own task, carried out by the unit of U and I. Nobody terminates a draft: leaders do not see it. */
const TASK = `
draft              submit       awaiting_approval  HO
draft              decline      declined           H
draft              terminate    terminated         -
awaiting_approval  approve      approved           LH
awaiting_approval  send_back    draft              LH
awaiting_approval  decline      declined           LH
awaiting_approval  terminate    terminated         L
approved           dispatch     dispatched         LH
approved           send_back    draft              LH
approved           terminate    terminated         L
dispatched         acknowledge  in_progress        -
dispatched         suspend      suspended          LH
dispatched         terminate    terminated         L
in_progress        conclude     under_review       HO
in_progress        suspend      suspended          LH
in_progress        terminate    terminated         L
under_review       complete     completed          LH
under_review       return       in_progress        HO
under_review       terminate    terminated         L
completed          strike_off   struck_off         LH
completed          reopen       in_progress        L
struck_off         archive      archived           LH
struck_off         reopen       in_progress        L
suspended          resume       as_before          LH
suspended          terminate    terminated         L`

/** A task that the unit of U handed down: its head does as the office does its own; what only leaders and the office head do stays theirs. */
const HANDED_DOWN = `
draft              submit       awaiting_approval  U
draft              decline      declined           U
draft              terminate    terminated         -
awaiting_approval  approve      approved           U
awaiting_approval  send_back    draft              U
awaiting_approval  decline      declined           U
awaiting_approval  terminate    terminated         L
approved           dispatch     dispatched         U
approved           send_back    draft              U
approved           terminate    terminated         L
dispatched         acknowledge  in_progress        -
dispatched         suspend      suspended          LH
dispatched         terminate    terminated         L
in_progress        conclude     under_review       U
in_progress        suspend      suspended          LH
in_progress        terminate    terminated         L
under_review       complete     completed          U
under_review       return       in_progress        U
under_review       terminate    terminated         L
completed          strike_off   struck_off         LH
completed          reopen       in_progress        L
struck_off         archive      archived           LH
struck_off         reopen       in_progress        L
suspended          resume       as_before          LH
suspended          terminate    terminated         L`

/** The part of the unit of U and I in the office's task. */
const ASSIGNMENT = `
awaiting_acknowledgement  acknowledge     acknowledged   UI
awaiting_acknowledgement  refuse          refused        UI
awaiting_acknowledgement  waive           waived         HO
awaiting_acknowledgement  replace         replaced       LH
acknowledged              start           in_progress    -
acknowledged              waive           waived         HO
acknowledged              replace         replaced       LH
in_progress               report_done     reported_done  -
in_progress               correct_review  reported_done  -
in_progress               waive           waived         HO
in_progress               replace         replaced       LH
reported_done             accept          accepted       -
reported_done             return          in_progress    -
reported_done             withdraw        in_progress    -
reported_done             waive           waived         HO
reported_done             replace         replaced       LH
refused                   rule_stands     acknowledged   HO
refused                   waive           waived         HO
refused                   replace         replaced       LH
accepted                  reopen          in_progress    -
accepted                  correct_review  reported_done  -`

/** A report that U wrote and signs. */
const REPORT = `
draft             send_for_signoff  awaiting_signoff  UI
draft             submit            submitted         U
awaiting_signoff  send_back         draft             U
awaiting_signoff  submit            submitted         U
submitted         withdraw          withdrawn         U
submitted         accept            accepted          HO
submitted         return            returned          HO
accepted          correct_review    submitted         -
returned          correct_review    submitted         -`

const DIRECTIVE = `
draft      file     filed      HO
draft      discard  discarded  HO
draft      enforce  in_force   -
in_force   close    closed     LH
closed     archive  archived   LH
closed     reopen   in_force   -`

/** An urge: the head of the unit signs the answer, whoever urges may send the next level; the rest is done by deed or by the clock. */
const URGE = `
sent    answer    answered   U
sent    settle    answered   -
sent    lapse     lapsed     -
lapsed  answer    answered   U
lapsed  settle    answered   -
lapsed  escalate  escalated  LHO`

/** A request for more time of the unit of U and I on the office's task, written by somebody else of the unit; whoever holds it may refuse it. */
const EXTENSION = `
draft             send_for_signoff  awaiting_signoff  UI
draft             sign              awaiting_office   U
draft             sign_down         awaiting_leader   -
awaiting_signoff  sign              awaiting_office   U
awaiting_signoff  sign_down         awaiting_leader   -
awaiting_signoff  send_back         draft             U
awaiting_signoff  refuse            refused           U
awaiting_signoff  withdraw          withdrawn         U
awaiting_office   endorse           awaiting_leader   H
awaiting_office   refuse            refused           H
awaiting_office   withdraw          withdrawn         U
awaiting_leader   grant             granted           L
awaiting_leader   refuse            refused           L
awaiting_leader   withdraw          withdrawn         U`

/** A responsibility statement of the unit of U, signed by somebody else where it is; the next one's countersignature supersedes it. */
const STATEMENT = `
awaiting_signature         sign         awaiting_countersignature  U
awaiting_signature         send_back    sent_back                  U
awaiting_signature         withdraw     withdrawn                  HO
awaiting_countersignature  countersign  in_force                   L
awaiting_countersignature  send_back    sent_back                  L
awaiting_countersignature  withdraw     withdrawn                  HO
sent_back                  withdraw     withdrawn                  HO
in_force                   supersede    superseded                 -`

export type Cell = { from: string; event: string; to: string; who: readonly Letter[] }

const read = (table: string): Cell[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', event = '', to = '', who = ''] = line.trim().split(/\s+/)
      return { from, event, to, who: who === '-' ? [] : (who.split('') as Letter[]) }
    })

export const LAW = {
  task: read(TASK),
  handedDown: read(HANDED_DOWN),
  assignment: read(ASSIGNMENT),
  report: read(REPORT),
  directive: read(DIRECTIVE),
  urge: read(URGE),
  extension: read(EXTENSION),
  statement: read(STATEMENT),
} as const

/** The cell of a table, or null: refused to everybody. */
export function cellOf(machine: keyof typeof LAW, from: string, event: string): Cell | null {
  return LAW[machine].find((cell) => cell.from === from && cell.event === event) ?? null
}
