// What the authenticator app on a person's phone does: takes the key that the page shows, and shows the code of the moment.
import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, STEP_SECONDS, stepAt } from '@/domain/org/totp'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(key: string): Buffer {
  const bits = [...key.replace(/\s/g, '')].map((sign) => BASE32.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/[01]{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** The code of the present step, or of one `earlier` (which the window still takes, and which leaves the present one unused). */
export async function codeOnPhone(key: string, earlier = 0): Promise<string> {
  // Not on the edge of two steps: what is typed now is read a moment later.
  const left = STEP_SECONDS * 1000 - (Date.now() % (STEP_SECONDS * 1000))
  if (left < 8_000) await sleep(left + 500)
  const secret = bytesOf(key)
  return codeOf(stepAt(new Date()) - earlier, (message) =>
    createHmac('sha1', secret).update(message).digest(),
  )
}
