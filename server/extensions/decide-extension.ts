import { z } from 'zod'
import type { Ctx } from '@/server/context'
import { endorseExtension } from '@/server/extensions/endorse-extension'
import { grantExtension, grantExtensionSchema } from '@/server/extensions/grant-extension'
import { refuseExtension } from '@/server/extensions/refuse-extension'
import { sendExtensionBack } from '@/server/extensions/send-extension-back'
import { signExtension } from '@/server/extensions/sign-extension'

/** One form with several buttons: which of them was pressed. The signature alone asks for no words. */
export const decideExtensionSchema = z.discriminatedUnion('decision', [
  grantExtensionSchema.extend({ decision: z.literal('sign'), note: z.string().default('') }),
  grantExtensionSchema.extend({ decision: z.literal('send_back') }),
  grantExtensionSchema.extend({ decision: z.literal('endorse') }),
  grantExtensionSchema.extend({ decision: z.literal('grant') }),
  grantExtensionSchema.extend({ decision: z.literal('refuse') }),
])

const COMMANDS = {
  sign: signExtension,
  send_back: sendExtensionBack,
  endorse: endorseExtension,
  grant: grantExtension,
  refuse: refuseExtension,
} as const

/** A step on a request, by the command of its name; each keeps its own rule. */
export async function decideExtension(
  ctx: Ctx,
  input: z.output<typeof decideExtensionSchema>,
): Promise<{ taskNo: number; decision: string }> {
  const { taskNo } = await COMMANDS[input.decision](ctx, input)
  return { taskNo, decision: input.decision }
}
