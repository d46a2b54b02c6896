import type { Page } from '@playwright/test'

/** Counts a person's taps and clicks from here on, as the page receives them; typing is not counted. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.context().addInitScript(() => {
    addEventListener(
      'click',
      (event) => {
        if (!event.isTrusted) return
        sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps') ?? 0) + 1))
      },
      { capture: true },
    )
  })
  return () => page.evaluate(() => Number(sessionStorage.getItem('taps') ?? 0))
}

export type Inputs = { keys: number; clicks: number; mouse: number }

/**
 * Counts what a person's hands do from here on, over all pages: keys pressed (Shift, Ctrl, Alt and ⌘ are free, a paste is one), clicks of a
 * pointer. `mouse` is anything that came from a mouse at all.
 */
export async function countInputs(page: Page): Promise<() => Promise<Inputs>> {
  await page.context().addInitScript(() => {
    const FREE = ['Shift', 'Control', 'Alt', 'Meta']
    const add = (name: string) =>
      sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? 0) + 1))
    const capture = { capture: true }
    addEventListener(
      'keydown',
      (event) => event.isTrusted && !FREE.includes(event.key) && add('keys'),
      capture,
    )
    // A click that a key made on a button has no detail; its key is counted already.
    addEventListener('click', (event) => event.isTrusted && event.detail > 0 && add('clicks'), capture)
    for (const kind of ['mousedown', 'pointerdown'])
      addEventListener(kind, (event) => event.isTrusted && add('mouse'), capture)
    // A browser tells of a pointer that lies still when the page moves below it.
    const moved = (event: MouseEvent) => event.movementX !== 0 || event.movementY !== 0
    addEventListener('mousemove', (event) => event.isTrusted && moved(event) && add('mouse'), capture)
  })
  return () =>
    page.evaluate(() => {
      const read = (name: string) => Number(sessionStorage.getItem(name) ?? 0)
      return { keys: read('keys'), clicks: read('clicks'), mouse: read('mouse') }
    })
}
