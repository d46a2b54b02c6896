import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropAllDrafts, dropDraft, readDraft, writeDraft } from './draft-store'

function fakeStorage(): Storage {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      kept.set(key, value)
      Object.defineProperty(storage, key, { value, enumerable: true, configurable: true })
    },
    removeItem: (key: string) => {
      kept.delete(key)
      Reflect.deleteProperty(storage, key)
    },
    clear: () => kept.clear(),
    key: (index: number) => [...kept.keys()][index] ?? null,
    length: 0,
  }
  for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length']) {
    Object.defineProperty(storage, name, { enumerable: false })
  }
  return storage
}

const liu = { person: 'liu', secret: 'key of Liu' }
const draft = { at: '2020-06-30T01:00:00.000Z', values: { done: '走访 12 户', kinds: ['a', 'b'] } }
const wanted = () => true

function browser(isSecureContext: boolean) {
  vi.stubGlobal('window', { isSecureContext })
  vi.stubGlobal('localStorage', fakeStorage())
  vi.stubGlobal('sessionStorage', fakeStorage())
}

describe('drafts on a shared computer', () => {
  beforeEach(() => browser(true))
  afterEach(() => vi.unstubAllGlobals())

  it('come back to the person who wrote them', async () => {
    await writeDraft(liu, 'report:1', draft, wanted)
    expect(await readDraft(liu, 'report:1')).toEqual(draft)
    expect(await readDraft(liu, 'report:2')).toBeNull()
  })

  it('can be read by nobody else: neither by another account nor on the disk', async () => {
    await writeDraft(liu, 'report:1', draft, wanted)
    expect(await readDraft({ person: 'wang', secret: 'key of Wang' }, 'report:1')).toBeNull()
    expect(await readDraft({ person: 'liu', secret: 'key of Wang' }, 'report:1')).toBeNull()
    expect(localStorage.getItem('luoshi-draft:liu:report:1')).not.toContain('走访')
  })

  it('are not kept once the server has the report, even when the sealing ends later', async () => {
    expect(await writeDraft(liu, 'report:1', draft, () => false)).toBe(false)
    expect(await readDraft(liu, 'report:1')).toBeNull()
  })

  it('stay in the tab where the address is not secure', async () => {
    browser(false)
    await writeDraft(liu, 'report:1', draft, wanted)
    expect(Object.keys(localStorage)).toHaveLength(0)
    expect(await readDraft(liu, 'report:1')).toEqual(draft)
  })

  it('go one by one after sending, and all of them at sign-out', async () => {
    await writeDraft(liu, 'report:1', draft, wanted)
    await writeDraft(liu, 'report:2', draft, wanted)
    dropDraft(liu, 'report:1')
    expect(await readDraft(liu, 'report:1')).toBeNull()
    localStorage.setItem('another program', 'stays')
    dropAllDrafts()
    expect(Object.keys(localStorage)).toEqual(['another program'])
  })

  it('say so when the storage is full', async () => {
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new Error('quota')
    })
    expect(await writeDraft(liu, 'report:1', draft, wanted)).toBe(false)
  })
})
