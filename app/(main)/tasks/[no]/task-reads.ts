import { cache } from 'react'
import { showsExtensions } from '@/components/extensions/extension-section'
import { showsIndicators } from '@/components/indicators/indicator-section'
import { showsMilestones } from '@/components/milestones/milestone-section'
import { showsNotes } from '@/components/notes/note-section'
import { showsRegisters } from '@/components/registers/register-section'
import type { BesideSections } from '@/components/tasks/use-task-sections'
import { listExtensions } from '@/server/extensions/list-extensions'
import { readKept } from '@/server/registers/read-kept'
import { findReadableTask } from '@/server/tasks/get-task'
import { listPeriods } from '@/server/tasks/list-periods'
import { listTaskUrges } from '@/server/urges/list-urges'
import { requireCtx } from '@/server/web/ctx'
import { readNotes } from '../../read-notes'

// Each is read once a request: for the section that shows it and for the list that jumps there.
export const readTaskHead = cache(async (no: number) => findReadableTask(await requireCtx(), no))
export const readTaskKept = cache(async (no: number) => readKept(await requireCtx(), no))
export const readTaskExtensions = cache(async (no: number) => listExtensions(await requireCtx(), no))
export const readTaskUrging = cache(async (no: number) => {
  const ctx = await requireCtx()
  const [periods, urges] = await Promise.all([listPeriods(ctx, no), listTaskUrges(ctx, no)])
  return {
    periods: periods && periods.parts.length > 0 ? periods : null,
    urges: urges.urges.length + urges.targets.length > 0 ? urges : null,
  }
})

/** Which of the sections that read for themselves stand on the page, and how much each holds. Throws not_found. */
export async function readBesideSections(no: number): Promise<BesideSections> {
  const [head, kept, extensions, urging] = await Promise.all([
    readTaskHead(no),
    readTaskKept(no),
    readTaskExtensions(no),
    readTaskUrging(no),
  ])
  const notes = await readNotes('task', head.id)
  const { milestones, registers, indicators, mayPlan, mayKeepRegisters } = kept
  return {
    milestones: showsMilestones(milestones) ? milestones.rows.length : null,
    registers: showsRegisters(registers, mayKeepRegisters) ? registers.length : null,
    indicators: showsIndicators(indicators, mayPlan) ? indicators.length : null,
    extensions: showsExtensions(extensions) ? extensions.extensions.length : null,
    periods: urging.periods ? 0 : null,
    urges: urging.urges ? urging.urges.urges.length : null,
    notes: showsNotes(notes) ? notes.notes.length : null,
  }
}
