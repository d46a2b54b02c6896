import path from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = { '@': path.resolve(import.meta.dirname) }
const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`)

// Two projects: `pure` needs nothing, so one file of it runs in a second; `database` runs on a real PostgreSQL, each file on a
// clone of its own (tests/database.ts).
export default defineConfig({
  resolve: { alias },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    maxWorkers: 2,
    // A process of its own for each file makes the same tests a third slower.
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          // Nothing of these changes anything outside itself: what was loaded for one file serves the next.
          isolate: false,
          include: [
            ...tests('domain', 'lib', 'components', 'i18n', 'messages', 'scripts'),
            'server/env.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: tests('server', 'app', 'prisma', 'tests'),
          exclude: ['server/env.test.ts', 'prisma/generated/**'],
          globalSetup: 'tests/global-setup.ts',
          setupFiles: ['tests/use-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
