import { readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { decompose } from '@/domain/directives/decompose'
import type { Decomposition } from '@/domain/directives/decomposition'
import { isFailure } from '@/domain/errors'
import messages from '@/messages/en/directives.json'
import { isOfficialWorkingDay } from '@/server/org/import-calendar'
import { readDocument } from '@/server/directives/readers/read-document'

const usage = 'usage: npm run --silent decompose -- FILE|- [--issued-on YYYY-MM-DD] [--json|--table]'

const words = messages.errors

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

/** The text of a file; of one that is no plain text, what its reader makes of it, and offsets count in that. */
async function readText(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why =
      code === 'ENOENT'
        ? 'no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code === 'EACCES'
            ? 'no permission'
            : 'it cannot be read'
    fail(`decompose: ${file}: ${why}`)
  }
  try {
    // what comes through a pipe is text; the byte-order mark of a text stays in: offsets count the text as received
    return (await readDocument({ bytes, name: file === '-' ? '-.txt' : file })).text
  } catch (error) {
    if (!isFailure(error)) return fail(`decompose: ${file}: it cannot be read`)
    const t = createTranslator({ locale: 'en', messages: { words }, namespace: 'words' })
    return fail(
      `decompose: ${file}: ${t(error.code.replace('directive.', '') as 'file_damaged', error.params)}`,
    )
  }
}

function table(result: Decomposition): string {
  const rows = result.tasks.map((task, i) => {
    const due =
      task.deadline.kind === 'none'
        ? '-'
        : (task.deadline.resolved ?? task.deadline.raw ?? task.deadline.kind)
    const who = [task.leadUnits.join('、') || '-', task.supportingUnits.join('、') || '-'].join(' | ')
    return `${String(i + 1).padStart(3)}  ${task.start}-${task.end}  ${task.title} | ${who} | ${due} | ${task.modality}`
  })
  const counts = result.provisions.reduce<Record<string, number>>(
    (all, p) => ({ ...all, [p.class]: (all[p.class] ?? 0) + 1 }),
    {},
  )
  return [
    `${result.language}  ${result.metadata.title?.value ?? '-'}  ${JSON.stringify(counts)}`,
    ...rows,
  ].join('\n')
}

const args = process.argv.slice(2)
let file: string | null = null
let issuedOn: string | undefined
let asTable = false
for (let i = 0; i < args.length; i++) {
  const arg = args[i]!
  if (arg === '--issued-on') issuedOn = args[++i] ?? fail(usage)
  else if (arg === '--table') asTable = true
  else if (arg === '--json') asTable = false
  else if (arg.startsWith('--') || file !== null) fail(usage)
  else file = arg
}
if (file === null) fail(usage)
if (issuedOn !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(issuedOn))
  fail(`decompose: --issued-on ${issuedOn}: not a date of the form YYYY-MM-DD`)
const text = await readText(file)

/** A Chinese paper's working days are those of the official calendar; where one is needed of a year that is not published, none is given. */
function taken(): Decomposition {
  const given = issuedOn === undefined ? {} : { issuedOn }
  const plain = decompose(text, given)
  if (plain.language === 'en') return plain
  let unpublished = false
  const isWorkingDay = (day: string) => {
    const worked = isOfficialWorkingDay(day)
    unpublished ||= worked === null
    return worked ?? true
  }
  const dated = decompose(text, { ...given, isWorkingDay })
  return unpublished ? plain : dated
}

const result = taken()
process.stdout.write(`${asTable ? table(result) : JSON.stringify(result, null, 1)}\n`)
