import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { samplePdf, sampleDocx, setParagraph, zipOf } from '@/tests/sample-files'
import { readApart } from './read-apart'

const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: { code?: string }) => error.code,
  )
const docx = (body: string) => ({ bytes: sampleDocx(body), name: 'a.docx' })
const good = docx('<w:p><w:r><w:t>一要落实。</w:t></w:r></w:p>')
const MEGABYTES = 1_048_576

describe('a hostile file', () => {
  test('that unpacks without end is refused by what it claims, before a byte of it is unpacked', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * MEGABYTES) })
    expect(bomb.byteLength).toBeLessThan(MEGABYTES)
    expect(await codeOf(readApart({ bytes: bomb, name: 'a.docx' }))).toBe('directive.file_too_large_unpacked')
  })
  test('that claims less than it unpacks to gets no more room than it claims', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30 * MEGABYTES) })
    const view = new DataView(bomb.buffer)
    // The size stands in the entry before the data and in the directory at the end.
    for (let at = 0; at + 4 <= bomb.length; at++)
      if (view.getUint32(at, true) === 30 * MEGABYTES) view.setUint32(at, 1000, true)
    expect(await codeOf(readApart({ bytes: bomb, name: 'a.docx' }))).toMatch(/^directive\.file_/)
  })
  test('whose page unpacks to gigabytes is given up before it fills the memory', async () => {
    // Flate inside flate: a few kilobytes, hundreds of megabytes of blanks.
    const stream = deflateSync(deflateSync(Buffer.alloc(400 * MEGABYTES, 32))).toString('latin1')
    const content = `<< /Length ${stream.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${stream}\nendstream`
    const bytes = samplePdf([{ words: [] }], { content })
    expect(bytes.byteLength).toBeLessThan(20_000)
    const reading = readApart({ bytes, name: 'a.pdf' }, { growth: 150 * MEGABYTES })
    expect(await codeOf(reading)).toBe('directive.file_too_large_unpacked')
    expect((await readApart(good)).text).toBe('一要落实。\n')
  })
  test('nested without end, or full of elements, is refused', async () => {
    expect(await codeOf(readApart(docx('<w:sdt>'.repeat(100_000))))).toBe('directive.file_too_large_unpacked')
    expect(await codeOf(readApart(docx('<w:p/>'.repeat(1_600_000))))).toBe(
      'directive.file_too_large_unpacked',
    )
  })
  test('with entities of its own has none of them expanded, and fetches nothing', async () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    const bytes = zipOf({
      'word/document.xml': `${lol}<w:document><w:body><w:p><w:r><w:t>甲&b;&c;</w:t></w:r></w:p></w:body></w:document>`,
    })
    expect((await readApart({ bytes, name: 'a.docx' })).text).toBe('甲&b;&c;\n')
  })
  test('that takes too long is given up, and the next file is read', async () => {
    const pages = Array.from({ length: 400 }, () => ({
      words: setParagraph('各区民政部门要认真落实。'.repeat(30), 60),
    }))
    expect(await codeOf(readApart({ bytes: samplePdf(pages), name: 'a.pdf' }, { time: 50 }))).toBe(
      'directive.file_takes_too_long',
    )
    expect((await readApart(good)).text).toBe('一要落实。\n')
  })
  test('leaves the server free to answer while it is read', async () => {
    const pages = Array.from({ length: 200 }, () => ({
      words: setParagraph('各区民政部门要认真落实。'.repeat(30), 60),
    }))
    const reading = readApart({ bytes: samplePdf(pages), name: 'a.pdf' })
    // a reading on the server's own thread would leave no turn to anybody else
    let turns = 0
    const clock = setInterval(() => turns++, 5)
    const read = await reading
    clearInterval(clock)
    expect(read.pages).toBe(200)
    expect(turns).toBeGreaterThan(10)
  })
  test('says no word of what it held when it cannot be read', async () => {
    const error = await readApart({ bytes: Buffer.from('PK\x03\x04 内容'), name: 'a.docx' }).catch(
      (one: unknown) => one,
    )
    expect(JSON.stringify(error)).not.toContain('内容')
  })
})
