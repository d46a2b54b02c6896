// What a person sees while a long step runs: its name when it begins, its time when it ends.

const HEARTBEAT_MS = 15_000

/** A duration in seconds with one decimal, as shown to people. */
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Says one line. */
export function say(line: string): void {
  process.stdout.write(line + '\n')
}

/** Runs a step; says its name, a sign of life every 15 seconds, and its time. Lets errors through. */
export async function step<T>(name: string, act: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  say(`… ${name}`)
  const heartbeat = setInterval(
    () => say(`  still at it: ${name} (${seconds(performance.now() - begun)})`),
    HEARTBEAT_MS,
  )
  try {
    const result = await act()
    say(`✓ ${name} (${seconds(performance.now() - begun)})`)
    return result
  } catch (error) {
    say(`✗ ${name} (${seconds(performance.now() - begun)})`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}
