import { describe, expect, it } from 'vitest'
import { matchChoices } from './use-choices'

const units = [
  { id: '1', label: '社会事务司', keywords: ['shsws', 'shehuishiwusi', 'Social Affairs'] },
  { id: '2', label: '社会救助司', description: '部机关', keywords: ['shjzs', 'shehuijiuzhusi', '救助司'] },
  { id: '3', label: '江州市社会救助局', keywords: ['jzsshjzj'] },
]
const ids = (query: string) => matchChoices(units, query).map((unit) => unit.id)

describe('finding a unit by what is typed', () => {
  it('knows initials, full pinyin, short names and English', () => {
    expect(ids('shjzs')).toEqual(['2'])
    expect(ids('shehuijiu')).toEqual(['2'])
    expect(ids('social aff')).toEqual(['1'])
    expect(ids('救助司')).toEqual(['2'])
  })
  it('puts names that start with it first', () => {
    expect(ids('社会救助')).toEqual(['2', '3'])
  })
  it('reads full-width letters and ignores case and spaces', () => {
    expect(ids('ＳＨＪＺＳ')).toEqual(['2'])
    expect(ids(' sh jzs ')).toEqual(['2'])
  })
  it('shows all before anything is typed, none where nothing fits', () => {
    expect(ids('')).toEqual(['1', '2', '3'])
    expect(ids('财政')).toEqual([])
  })
})
