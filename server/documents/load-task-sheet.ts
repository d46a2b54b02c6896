import { localDateIn, type LocalDate } from '@/domain/calendar/local-date'
import type { SheetFacts } from '@/domain/documents/task-sheet'
import type { Ctx } from '@/server/context'
import { listMilestones } from '@/server/milestones/list-milestones'
import { listNotes } from '@/server/notes/list-notes'
import { findReadableTask, getTask, type TaskPage } from '@/server/tasks/get-task'
import { paperOrigin } from './paper-origin'
import type { PaperWords } from './paper-words'

/** Signed reports that the sheet carries; the page has them all. */
const REPORTS = 3
const NOTES = 5

/** A task as the sheet of this reader: the same reads as its page, so that nothing more is on paper. Throws not_found. */
export async function loadTaskSheet(ctx: Ctx, words: PaperWords, no: number): Promise<SheetFacts> {
  const loaded = await findReadableTask(ctx, no)
  const [task, milestones, { notes }, origin] = await Promise.all([
    getTask(ctx, no),
    listMilestones(ctx, loaded),
    listNotes(ctx, 'task', loaded.id),
    paperOrigin(ctx, loaded.id),
  ])
  const { all, nameOf } = words
  const unitsOf = (part: 'lead' | 'supporting') =>
    task.parts.filter((one) => one.part === part).map((one) => nameOf(one.unit))
  const { facts, directive } = task
  const on = (at: string) => words.day(localDateIn(new Date(at), ctx.settings.zone))
  return {
    marking: all(`directives.marks.${origin.marking}`),
    owner: nameOf(origin.owner),
    no: task.no,
    title: task.title,
    status: all(`tasks.status.${task.status}`),
    urgency: directive.urgency === 'none' ? null : all(`directives.urgencies.${directive.urgency}`),
    directive: { title: directive.title, docNumber: directive.docNumber, issuer: directive.issuer },
    quotes: task.quotes.map(({ text, path }) => ({ text, source: path.join(' ') })),
    kind: [all(`tasks.kind.${facts.kind}`), facts.cycle ? all(`tasks.cycle.${facts.cycle}`) : '']
      .filter(Boolean)
      .join(words.language === 'en' ? ', ' : '，'),
    expectedResult: facts.expectedResult,
    lead: unitsOf('lead')[0] ?? '',
    supporting: unitsOf('supporting'),
    leader: facts.responsibleLeader && nameOf(facts.responsibleLeader),
    person: facts.responsiblePerson && nameOf(facts.responsiblePerson),
    dispatchedOn: facts.dispatchedOn,
    dueOn: task.dueOn,
    originalDueOn: task.originalDueOn ?? task.dueOn,
    extensions: facts.extensionCount,
    light: words.light(task.light),
    progress: task.undispatched ? '' : progress(words, task.claimed, task.verified),
    debts: task.parts.map((part) => ({
      unit: nameOf(part.unit),
      part: all(`tasks.part.${part.part}`),
      status: part.status ? all(`tasks.partStatus.${part.status}`) : '—',
      owed: part.next ? all(`tasks.move.acts.${part.next.act}`) : '—',
      on: part.next?.on ?? (null as LocalDate | null),
      progress: part.claimed === null ? '—' : `${part.claimed}% / ${part.verified ?? 0}%`,
    })),
    milestones: milestones.rows.map((row) => ({
      title: row.title,
      dueOn: row.dueOn,
      state: all(`milestones.states.${row.state}`),
    })),
    reports: task.reports.slice(0, REPORTS).map((report) => reportOf(words, report, on)),
    notes: notes.slice(0, NOTES).map((note) => ({
      head: words.say('sheet.noteHead', { name: nameOf(note.by), on: on(note.at) }),
      text: note.text,
    })),
    conclusion: task.conclusion,
    remark: facts.remark,
    printed: words.printed(ctx.actor),
  }
}

function progress({ say }: PaperWords, claimed: number, verified: number): string {
  return say('sheet.progress', { claimed, verified })
}

function reportOf(words: PaperWords, report: TaskPage['reports'][number], on: (at: string) => string) {
  const { all, say } = words
  const { review } = report
  return {
    head: say('sheet.reportHead', {
      seq: report.seq,
      unit: words.nameOf(report.unit),
      on: report.submittedAt ? on(report.submittedAt) : '',
      claimed: report.claimed,
    }),
    text: [
      report.done,
      report.nextStep ? all('tasks.reports.nextStep', { text: report.nextStep }) : '',
      report.difficulty ? all('tasks.reports.difficulty', { text: report.difficulty }) : '',
    ]
      .filter(Boolean)
      .join(words.language === 'en' ? ' ' : ''),
    review:
      review === null
        ? ''
        : say(review.decision === 'accept' ? 'sheet.accepted' : 'sheet.returned', {
            name: words.nameOf(review.by),
            verified: review.verified ?? 0,
            reason: review.reason,
          }),
  }
}
