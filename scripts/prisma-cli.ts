// How the Prisma CLI is called from this repository.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** True where `npm install` could download Prisma's own schema engine. */
function hasNativeEngine(): boolean {
  const folder = path.join(root, 'node_modules/@prisma/engines')
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('schema-engine-'))
}

/** The program and arguments that run the Prisma CLI of this repository, without npx. */
export function prismaCommand(args: string[]): [string, string[]] {
  return [process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), ...args]]
}

/** The environment of the Prisma CLI: no telemetry, no update check, and an engine that is really there. */
export function prismaEnvironment(extra: Partial<NodeJS.ProcessEnv> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    ...extra,
  }
  if (!env.PRISMA_SCHEMA_ENGINE_BINARY && !hasNativeEngine()) {
    env.PRISMA_SCHEMA_ENGINE_BINARY = path.join(root, 'scripts/schema-engine.mjs')
  }
  return env
}
