import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { refused, type Failure } from '@/domain/errors'
import { failRefused } from '@/server/errors'
import type { DocumentText } from '@/server/directives/readers/document-text'
import type { DocumentFile } from '@/server/directives/readers/read-document'
import type { Grid } from '@/server/directives/readers/read-grid'

type Answer = { id: number; result?: DocumentText | Grid; failure?: Failure | null }

/** A file that is not read after this time, in milliseconds, is refused. */
const TIME_LIMIT = 12_000
/** Largest memory of the reading thread, in megabytes. */
const MEMORY_LIMIT = 512
/** The process may grow so far, in bytes, while a file is read: what unpacks outside the thread's own heap counts here. */
const GROWTH_LIMIT = 700 * 1_048_576
const WATCH_EVERY = 100
/** The thread ends when nothing was read for so long, in milliseconds. */
const IDLE = 60_000

/** Other limits than the usual: milliseconds, bytes. */
type Limits = { time?: number; growth?: number }

let thread: Worker | null = null
let ending: NodeJS.Timeout | undefined
let last: Promise<unknown> = Promise.resolve()
let files = 0

/**
 * Reads a file in a thread of its own, one at a time: a hostile one can neither freeze the server nor fill its memory. Refused as
 * `readDocument` is, and: directive.file_takes_too_long, directive.reader_busy, directive.file_damaged.
 */
export function readApart(file: DocumentFile, limits: Limits = {}): Promise<DocumentText> {
  return inTurn({ ...file, as: undefined }, limits) as Promise<DocumentText>
}

/** As `readApart`: the cells of a workbook's first sheet. Refused as `readGrid` is, besides. */
export function readGridApart(file: Omit<DocumentFile, 'as'>, limits: Limits = {}): Promise<Grid> {
  return inTurn({ ...file, as: 'grid' }, limits) as Promise<Grid>
}

function inTurn(file: DocumentFile, limits: Limits): Promise<DocumentText | Grid> {
  const since = performance.now()
  const reading = last.then(() => {
    if (performance.now() - since > TIME_LIMIT) failRefused('directive.reader_busy')
    return readNext(file, limits)
  })
  last = reading.catch(() => undefined)
  return reading
}

async function readNext(file: DocumentFile, limits: Limits): Promise<DocumentText | Grid> {
  clearTimeout(ending)
  const worker = (thread ??= startThread())
  try {
    const answer = await answerOf(worker, file, limits)
    if (answer.result) return answer.result
    if (answer.failure) throw refused(answer.failure.code, answer.failure.params)
    return failRefused('directive.file_damaged')
  } finally {
    clearTimeout(ending)
    ending = setTimeout(() => endThread(worker), IDLE)
    ending.unref()
  }
}

function answerOf(
  worker: Worker,
  file: DocumentFile,
  { time = TIME_LIMIT, growth = GROWTH_LIMIT }: Limits,
): Promise<Answer> {
  const id = ++files
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.off('message', onMessage)
      worker.off('error', onDeath)
      worker.off('exit', onDeath)
      resolve(answer)
    }
    const onMessage = (answer: Answer) => answer.id === id && settle(answer)
    // Out of memory, out of stack: the next file gets a new thread.
    const onDeath = () => {
      endThread(worker)
      settle({ id, failure: null })
    }
    const timer = setTimeout(() => {
      endThread(worker)
      settle({ id, failure: refused('directive.file_takes_too_long').failure })
    }, time)
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before < growth) return
      endThread(worker)
      settle({ id, failure: refused('directive.file_too_large_unpacked').failure })
    }, WATCH_EVERY)
    worker.on('message', onMessage)
    worker.on('error', onDeath)
    worker.on('exit', onDeath)
    worker.postMessage({ id, file })
  })
}

function startThread(): Worker {
  // Read from its source as the rest of what `npm start` runs: a bundler must not look for it.
  const source = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    'server/directives/readers/reading-thread.mjs',
  )
  const worker = new Worker(source, {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT },
    stdout: false,
    stderr: false,
  })
  worker.on('error', () => undefined)
  worker.unref()
  return worker
}

function endThread(worker: Worker) {
  if (thread === worker) thread = null
  void worker.terminate()
}
