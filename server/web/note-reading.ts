import type { Ctx } from '@/server/context'
import { runCommand } from '@/server/run-command'

/** Runs a command that records a reading, from the page that is read: the one write that a page may cause. */
export async function noteReading(
  ctx: Ctx,
  command: (ctx: Ctx, input: null) => Promise<void>,
): Promise<void> {
  await runCommand(ctx.actor, command, null, { name: command.name, now: ctx.now, address: ctx.address })
}
