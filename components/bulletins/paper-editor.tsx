'use client'

import { useTranslations } from 'next-intl'
import { valueText, figuresById } from '@/domain/bulletins/content-text'
import type { Section, StandingTable } from '@/domain/bulletins/content'
import { inHan } from '@/domain/documents/model'
import type { PaperFrame } from '@/server/bulletins/get-paper-frame'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import { SectionEditor } from './section-editor'
import { TaskTableEditor } from './task-table-editor'
import type { ComposerState } from './use-composer'

type Props = {
  bulletin: BulletinPage
  paper: PaperFrame
  composer: ComposerState
}

/** The page as it will be printed, with its texts open to be written in. */
export function PaperEditor({ bulletin, paper, composer }: Props) {
  const t = useTranslations('bulletins.edit')
  const { language } = bulletin
  return (
    <div className="paper-desk">
      <article lang={language} aria-label={bulletin.title} className="paper">
        <p className="paper-mark">{paper.marking}</p>
        <header className="paper-head paper-red">
          <p className="paper-organ">{paper.organ}</p>
          <p className="paper-number">{paper.issue}</p>
          <p className="paper-sides">
            <span>{paper.office}</span>
            <span>{paper.on}</span>
          </p>
        </header>
        <textarea
          id="title"
          aria-label={t('titleLabel')}
          rows={Math.max(1, Math.ceil([...composer.title].length / (language === 'en' ? 34 : 18)))}
          value={composer.title}
          onChange={(event) => composer.setTitle(event.target.value.replaceAll('\n', ''))}
          className="paper-title paper-input"
        />
        <input
          id="addressee"
          aria-label={t('addressee')}
          value={composer.addressee}
          onChange={(event) => composer.setAddressee(event.target.value)}
          className="paper-plain paper-input"
        />
        {bulletin.content.sections.map((section, at) => (
          <EditedSection key={section.key} {...{ section, at, bulletin, paper, composer }} />
        ))}
      </article>
    </div>
  )
}

type SectionProps = {
  section: Section
  at: number
  bulletin: BulletinPage
  paper: PaperFrame
  composer: ComposerState
}

function EditedSection({ section, at, bulletin, paper, composer }: SectionProps) {
  const t = useTranslations('bulletins')
  const figures = figuresById(bulletin.content.figures)
  const { key, paragraphs, tables } = section
  const name = t(`sections.${key}`)
  const number = bulletin.language === 'en' ? `${at + 1}. ` : `${inHan(at + 1)}、`
  return (
    <section id={`s-${key}`} aria-label={name}>
      {key === 'annex' ? null : (
        <h2 className="paper-h1">
          {number}
          {paper.headings[key]}
        </h2>
      )}
      <SectionEditor
        key={bulletin.base}
        name={`section-${key}`}
        label={t('edit.section', { name })}
        placeholder={t('edit.placeholder')}
        paragraphs={paragraphs}
        shownOf={(id) => composer.words.shown(figures.get(id))}
        onEdit={composer.touch}
      />
      {tables.map((table) =>
        table.kind === 'tasks' ? (
          <TaskTableEditor
            key={table.id}
            table={table}
            caption={paper.captions[table.id] ?? ''}
            columns={paper.taskColumns}
            said={composer.said.get(table.id) ?? new Map()}
            onChange={(no, text) => composer.changeRow(table.id, no, text)}
          />
        ) : (
          <Standing key={table.id} table={table} bulletin={bulletin} paper={paper} />
        ),
      )}
    </section>
  )
}

type StandingProps = { table: StandingTable; bulletin: BulletinPage; paper: PaperFrame }

function Standing({ table, bulletin, paper }: StandingProps) {
  const figures = figuresById(bulletin.content.figures)
  return (
    <table className="paper-table">
      <caption>{paper.captions[table.id]}</caption>
      <thead>
        <tr>
          {paper.standingColumns[table.by].map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.code}>
            <td>{row.label}</td>
            {row.figures.map((id) => (
              <td key={id} style={{ textAlign: 'center' }}>
                {valueText(figures.get(id), bulletin.language)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
