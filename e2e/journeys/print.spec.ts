// Pages on paper (screens.md §16): which sheet, how many, and that none is left empty.
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
  ['officer', '/tasks?as=timeline', across(A3), 3],
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
