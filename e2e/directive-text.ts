import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { noisyMinutesSample } from '@/domain/directives/samples'

const NAME = 'd00_zh_A_mca_party_group.txt'

/** A directive to work on, and what is known of it beforehand; null where only a run could tell. */
export type DirectiveText = {
  text: string
  real: boolean
  readings: number | null
  tasks: number | null
}

/** The founding directive from the folder of real ones (LUOSHI_CORPUS, or beside the clone); where there is none, a sample of our own, said aloud. */
export function directiveText(): DirectiveText {
  const folder = process.env.LUOSHI_CORPUS || path.resolve(import.meta.dirname, '../../shared/directives')
  const file = path.join(folder, NAME)
  if (existsSync(file)) return { text: readFileSync(file, 'utf8'), real: true, readings: 157, tasks: 14 }
  console.log(`  ! ${file} is not there: this journey runs on a sample with the same kinds of noise.`)
  return { text: noisyMinutesSample, real: false, readings: null, tasks: null }
}
