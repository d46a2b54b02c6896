import { parentPort } from 'node:worker_threads'
import { isFailure } from '@/domain/errors'
import { readDocument, type DocumentFile } from './read-document'
import { readGrid } from './read-grid'

// Runs apart from the server: one file after another, each answered with its text or its failure.
parentPort?.on('message', ({ id, file }: { id: number; file: DocumentFile }) => {
  const reading: Promise<unknown> = file.as === 'grid' ? readGrid(file) : readDocument(file)
  reading.then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) => {
      // What went wrong may quote the file: only the code leaves this thread.
      const failure = isFailure(error) ? error.failure : null
      parentPort?.postMessage({ id, failure })
    },
  )
})
