// What many units do alike, without a browser for each: a program runs the real commands on the journey's database.
import { mustRun, typescript } from '@/scripts/processes'

type Stage =
  | 'provinces-hand-on'
  | 'counties-complete'
  | 'provinces-complete'
  | 'bureaus-accept'
  | 'bureaus-complete'

/** All units of a kind do their part of these tasks, but for those that a browser acts for (`code`, or `code:task` for one task). */
export async function unitsDo(
  stage: Stage,
  tasks: readonly number[],
  leftOut: readonly string[],
): Promise<void> {
  const program = typescript('tests/work-below.ts', stage, tasks.join(), leftOut.join())
  // The accounts are the demo's, whatever else the environment says.
  const env = { ...process.env, LUOSHI_MODE: 'demo' }
  await mustRun(`The units’ work (${stage})`, process.execPath, program, { env })
}
