// Pages on paper (screens.md §16): which sheet, how many, and that none is left empty.
import type { Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { expect, test, visit } from '../fixtures'
import type { Who } from '../people'

const MM = 72 / 25.4
const A4 = { width: 210 * MM, height: 297 * MM }
const A3 = { width: 297 * MM, height: 420 * MM }
const across = ({ width, height }: typeof A4) => ({ width: height, height: width })

/** Who prints what, on which sheet, on at most how many. */
const PRINTED: readonly [Who, string, typeof A4, number][] = [
  ['leader', '/overview', A4, 1],
  ['officer', '/tasks', across(A4), 8],
  ['officer', '/tasks?as=timeline', across(A3), 4],
  ['officer', '/tasks?as=board', across(A4), 6],
  ['leader', '/units', across(A4), 8],
  ['leader', '/statements/1', A4, 2],
  ['officer', '/bulletins/B2', A4, 6],
]

for (const [who, address, sheet, most] of PRINTED)
  test(`${address} is printed on its sheet, from the first one on`, async ({ signInAs }) => {
    const page = await signInAs(who)
    await visit(page, address)
    const title = await page.locator('h1').first().innerText()
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    expect(pdf.numPages).toBeLessThanOrEqual(most)
    const first = await pdf.getPage(1)
    const { width, height } = first.getViewport({ scale: 1 })
    expect(Math.round(width)).toBe(Math.round(sheet.width))
    expect(Math.round(height)).toBe(Math.round(sheet.height))
    const { items } = await first.getTextContent()
    // A file names some characters by a twin of theirs; what is read is the same.
    const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')
    const words = plain(items.map((item) => ('str' in item ? item.str : '')).join(''))
    expect(words.length).toBeGreaterThan(100)
    // A statement's heading is the paper's own; the others print the title that they show.
    if (!address.startsWith('/statements')) expect(words).toContain(plain(title))
  })

/** Each light's shape as the printer sees it: 28 × 28 grey values between 0 and 1, by its word. */
async function greyLights(page: Page): Promise<Map<string, number[]>> {
  return new Map(
    await page.evaluate(async () => {
      const SIDE = 28
      const drawn = new Map<string, number[]>()
      for (const light of document.querySelectorAll('.light, .light-stack')) {
        const shape = light.querySelector('svg')
        const word = light.querySelector('b')?.textContent ?? ''
        if (!shape || drawn.has(word)) continue
        const copy = shape.cloneNode(true) as SVGElement
        const parts = [shape, ...shape.querySelectorAll('*')]
        ;[copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((part, at) => {
          const style = getComputedStyle(parts[at] ?? shape)
          for (const name of ['fill', 'stroke', 'stroke-width'])
            part.style.setProperty(name, style.getPropertyValue(name))
        })
        copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
        copy.setAttribute('width', String(SIDE))
        copy.setAttribute('height', String(SIDE))
        const image = new Image()
        image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`
        await image.decode()
        const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE })
        const context = canvas.getContext('2d')
        if (!context) continue
        context.fillStyle = '#fff'
        context.fillRect(0, 0, SIDE, SIDE)
        context.drawImage(image, 0, 0)
        const { data } = context.getImageData(0, 0, SIDE, SIDE)
        const grey = Array.from({ length: SIDE * SIDE }, (_, at) => {
          const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
          return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
        })
        drawn.set(word, grey)
      }
      return [...drawn]
    }),
  )
}

test('in black and white every light has its word, and no two shapes look alike', async ({ signInAs, t }) => {
  const page = await signInAs('officer', { bypassCSP: true })
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  const lights = new Map<string, number[]>()
  // What rests may have been taken up again by another journey.
  for (const name of ['ok', 'risk', 'off', 'idle', 'done', 'late'] as const) {
    await visit(page, `/tasks?view=all&light=${name}`)
    const word = t(`common.lights.${name}`)
    const shape = (await greyLights(page)).get(word)
    expect(shape, `a light named ${word}`).toBeDefined()
    if (shape) lights.set(word, shape)
  }
  const alike: string[] = []
  for (const [one, a] of lights)
    for (const [other, b] of lights) {
      if (one >= other) continue
      const difference = a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
      // A filled corner is the least that sets two apart (办结, 逾期办结): 0.026.
      if (difference < 0.02) alike.push(`${one} ~ ${other}: ${difference.toFixed(3)}`)
    }
  expect(alike).toEqual([])
})
