import { TextRun, type IRunOptions } from 'docx'
import type { OfficialDocument } from '@/domain/documents/model'

type Language = OfficialDocument['language']
/** What a run of text is used for: each has a typeface and a size of its own (GB/T 9704-2012, 7.2). */
export type TypeRole =
  | 'organ'
  | 'title'
  | 'heading1'
  | 'heading2'
  | 'body'
  | 'cell'
  | 'cellHead'
  | 'page'
  | 'mark'
  | 'small'

type Face = { east: string; latin: string; size: number; bold?: boolean }

/** Typefaces by the names that office programs know them by, sizes in half points: 22 pt title, 16 pt text, 14 pt page number. */
const HAN: Readonly<Record<TypeRole, Face>> = {
  organ: { east: '方正小标宋简体', latin: 'FZXiaoBiaoSong-B05S', size: 84 },
  title: { east: '方正小标宋简体', latin: 'FZXiaoBiaoSong-B05S', size: 44 },
  heading1: { east: '黑体', latin: 'SimHei', size: 32 },
  heading2: { east: '楷体_GB2312', latin: 'KaiTi', size: 32 },
  body: { east: '仿宋_GB2312', latin: 'FangSong', size: 32 },
  mark: { east: '黑体', latin: 'SimHei', size: 32 },
  cell: { east: '仿宋_GB2312', latin: 'FangSong', size: 24 },
  cellHead: { east: '黑体', latin: 'SimHei', size: 24 },
  page: { east: '宋体', latin: 'SimSun', size: 28 },
  small: { east: '仿宋_GB2312', latin: 'FangSong', size: 28 },
}

/** The same layout in Latin letters: a serif for text, a sans for what the Chinese sets in 黑体. */
const LATIN: Readonly<Record<TypeRole, Face>> = {
  organ: { east: '宋体', latin: 'Times New Roman', size: 52, bold: true },
  title: { east: '宋体', latin: 'Times New Roman', size: 40, bold: true },
  heading1: { east: '黑体', latin: 'Arial', size: 28, bold: true },
  heading2: { east: '楷体', latin: 'Times New Roman', size: 28, bold: true },
  body: { east: '仿宋', latin: 'Times New Roman', size: 28 },
  mark: { east: '黑体', latin: 'Arial', size: 28, bold: true },
  cell: { east: '仿宋', latin: 'Times New Roman', size: 22 },
  cellHead: { east: '黑体', latin: 'Arial', size: 20, bold: true },
  page: { east: '宋体', latin: 'Times New Roman', size: 28 },
  small: { east: '仿宋', latin: 'Times New Roman', size: 24 },
}

/** What stands in where a typeface is not installed, first the nearest: written into the file's font table. */
export const FALLBACKS: Readonly<
  Record<string, { alternative: string; family: 'roman' | 'swiss' | 'script' }>
> = {
  方正小标宋简体: { alternative: '华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC', family: 'roman' },
  仿宋_GB2312: { alternative: '仿宋,FangSong,STFangsong,Noto Serif CJK SC', family: 'roman' },
  楷体_GB2312: { alternative: '楷体,KaiTi,STKaiti,Noto Serif CJK SC', family: 'script' },
  黑体: { alternative: 'SimHei,Microsoft YaHei,Noto Sans CJK SC', family: 'swiss' },
  宋体: { alternative: 'SimSun,Songti SC,Noto Serif CJK SC', family: 'roman' },
}

/** Text of 三号 (16 pt) is drawn together by a quarter of a point, so that 28 characters fill 156 mm. */
const GRID_SPACING = -5

/** The typeface of a role in the document's language, half points for its size. */
export function faceOf(language: Language, role: TypeRole): Face {
  return (language === 'en' ? LATIN : HAN)[role]
}

/** A run of text in its role's type. */
export function run(
  language: Language,
  role: TypeRole,
  content: Pick<IRunOptions, 'text' | 'children' | 'break'>,
  more: Partial<IRunOptions> = {},
): TextRun {
  const { east, latin, size, bold } = faceOf(language, role)
  return new TextRun({
    font: {
      ascii: latin,
      hAnsi: latin,
      eastAsia: east,
      cs: latin,
      hint: language === 'en' ? 'default' : 'eastAsia',
    },
    size,
    bold,
    characterSpacing: language === 'en' || size !== 32 ? undefined : GRID_SPACING,
    ...content,
    ...more,
  })
}
