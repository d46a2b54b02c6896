import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJpegStripper, isJpeg } from './strip-position'

const text = (value: string) => [...new TextEncoder().encode(value)]
const segment = (marker: number, body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 0xff,
  ...body,
]
const exif = (orientation: number, little = false) => {
  const short = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255])
  const long = (value: number) => (little ? [...short(value), 0, 0] : [0, 0, ...short(value)])
  const entry = (tag: number, value: number) => [
    ...short(tag),
    ...short(3),
    ...long(1),
    ...short(value),
    0,
    0,
  ]
  return segment(0xe1, [
    ...text('Exif\0\0'),
    ...(little ? text('II') : text('MM')),
    ...short(42),
    ...long(8),
    ...short(2),
    ...entry(0x010f, 7),
    ...entry(0x0112, orientation),
    ...long(0),
    ...text('GPS 39.9N 116.4E'),
  ])
}
const jfif = segment(0xe0, text('JFIF\0'))
const icc = segment(0xe2, text('ICC_PROFILE\0abc'))
const table = segment(0xdb, [0, 1, 2, 3])
const scan = [...segment(0xda, [1, 2, 3]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const end = [0xff, 0xd9]

function strip(bytes: number[], size = bytes.length): number[] {
  const stripper = createJpegStripper()
  const out: number[] = []
  for (let at = 0; at < bytes.length; at += size) {
    out.push(...stripper.push(new Uint8Array(bytes.slice(at, at + size))))
  }
  out.push(...stripper.end())
  return out
}
const plain = [0xff, 0xd8, ...jfif, ...icc, ...table, ...scan, ...end]

describe('a photograph is kept without the place where it was taken', () => {
  it('drops EXIF, XMP, IPTC, vendors’ segments and comments, and keeps the picture', () => {
    const noisy = [
      0xff,
      0xd8,
      ...jfif,
      ...exif(1),
      ...segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<GPSLatitude>39,54N</GPSLatitude>')),
      ...icc,
      ...segment(0xe2, text('MPF\0 index of more pictures')),
      ...segment(0xed, text('Photoshop 3.0\0 City: Beijing')),
      ...segment(0xeb, text('JP c2pa location')),
      ...segment(0xfe, text('39.9N')),
      ...table,
      ...scan,
      ...end,
    ]
    expect(strip(noisy)).toEqual(plain)
  })

  it('drops what follows the picture: a second one, or a film, with a place of its own', () => {
    expect(strip([...plain, 0xff, 0xd8, ...exif(1), ...table, ...scan, ...end])).toEqual(plain)
  })

  it('keeps later scans of a progressive picture, and drops what stands between them', () => {
    const second = [...segment(0xc4, [9, 9]), ...scan, ...end]
    const noisy = [0xff, 0xd8, ...table, ...scan, ...exif(1), 0xff, ...second]
    expect(strip(noisy)).toEqual([0xff, 0xd8, ...table, ...scan, ...second])
  })

  it.each([
    [6, false],
    [8, true],
  ])('keeps orientation %i, so that it stands upright', (orientation, little) => {
    const kept = strip([0xff, 0xd8, ...exif(orientation, little), ...table, ...scan, ...end])
    const bytes = String.fromCharCode(...kept)
    expect(bytes).toContain('Exif')
    expect(bytes).not.toContain('GPS')
    expect(strip(kept)).toEqual(kept)
    expect(kept).toContain(orientation)
  })

  it('gives the same bytes however they arrive', () => {
    const noisy = [0xff, 0xd8, ...exif(3), ...jfif, ...table, ...scan, ...end, 1, 2, 3]
    for (const size of [1, 2, 3, 7, 50]) expect(strip(noisy, size)).toEqual(strip(noisy))
  })

  it('takes no longer where a hostile file is all markers', () => {
    const stripper = createJpegStripper()
    const started = performance.now()
    for (const fill of [0x00, 0xd0, 0xff])
      stripper.push(new Uint8Array(400_000).map((_, i) => (i % 2 ? fill : 0xff)))
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('ends on anything, and never lets an EXIF position through', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (tail, size) => {
        const bytes = [0xff, 0xd8, ...exif(1), ...tail]
        expect(String.fromCharCode(...strip(bytes, size))).not.toContain('GPS 39')
      }),
    )
    expect(strip([0xff, 0xd8, 0xff])).toEqual([0xff, 0xd8])
    expect(isJpeg(new Uint8Array([0xff, 0xd8, 0xff]))).toBe(true)
    expect(isJpeg(new Uint8Array([0x89, 0x50]))).toBe(false)
  })
})
