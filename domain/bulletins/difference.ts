import { textDifference, type DifferencePiece } from '@/domain/reports/text-difference'
import { contentLines } from './content-text'
import type { BulletinContent, SectionKey } from './content'

/** What changed in one section: its text before and after, as pieces. */
export type SectionDifference = { section: SectionKey | 'title'; pieces: DifferencePiece[] }

type Version = { title: string; content: BulletinContent }

/** 与上一版的差异: title and sections whose text or figures changed, in their order; what stayed is left out. */
export function bulletinDifference(
  before: Version,
  after: Version,
  language: 'zh-CN' | 'en',
): SectionDifference[] {
  const old = new Map(contentLines(before.content, language).map((one) => [one.section, one.lines]))
  const pairs: [SectionDifference['section'], string, string][] = [
    ['title', before.title, after.title],
    ...contentLines(after.content, language).map(
      ({ section, lines }): [SectionDifference['section'], string, string] => [
        section as SectionKey,
        (old.get(section) ?? []).join('\n'),
        lines.join('\n'),
      ],
    ),
  ]
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([section, was, is]) => ({ section, pieces: textDifference(was, is) }))
}

/** A figure whose value changed at a refresh. */
export type FigureChange = { id: string; before: string; after: string }
