// `npm run prisma -- <command>`: the Prisma CLI, with our stand-in for the schema engine where the real one was not downloaded.
import { spawnSync } from 'node:child_process'
import { prismaCommand, prismaEnvironment } from './prisma-cli'

const [command, args] = prismaCommand(process.argv.slice(2))
const result = spawnSync(command, args, { stdio: 'inherit', env: prismaEnvironment() })
if (result.error) throw result.error
process.exit(result.status ?? 1)
