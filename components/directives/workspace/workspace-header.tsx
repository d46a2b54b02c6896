'use client'

import { Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ButtonLink, Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { localParts } from '@/lib/format-date'
import type { CoverageSegment } from '@/domain/directives/draft/standing'
import { CoverageBar } from './coverage-bar'
import type { DraftSnapshot } from './draft-store'
import { useWorkspaceFacts } from './workspace-context'
import { hrefsOf } from './workspace-hrefs'

type HeaderProps = {
  snapshot: DraftSnapshot
  zone: string
  onUndo: () => void
  onRedo: () => void
  onGo: (segment: CoverageSegment) => void
  checkHref: string
  onCheck: () => void
}

/** 56 px: what is decomposed, whether it is saved, undo and redo, coverage, and the one primary act. */
export function WorkspaceHeader({ snapshot, zone, onUndo, onRedo, onGo, checkHref, onCheck }: HeaderProps) {
  const t = useTranslations('workspace')
  const { directive, breakdown } = useWorkspaceFacts()
  const { home, label } = hrefsOf({ directive, breakdown })
  const { undo, redo } = snapshot.state
  return (
    <header className="col-span-full flex min-h-14 items-center gap-x-4 gap-y-1 border-b ps-6 pe-4 max-lg:flex-wrap max-lg:px-0 max-lg:py-2">
      <div className="max-w-[32%] min-w-0 max-lg:max-w-full">
        <h1 className="truncate text-[16px] leading-6 max-lg:whitespace-normal" title={directive.title}>
          <Link href={home} className="text-text">
            {directive.title}
          </Link>
        </h1>
        <p className="text-note whitespace-nowrap text-muted">
          {[
            breakdown ? t('breakdown.label', { no: label }) : (directive.docNumber ?? label),
            savedText(t, snapshot, zone),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="flex max-lg:hidden">
        <Button
          variant="quiet"
          icon={<Undo2 />}
          disabled={!undo}
          onClick={onUndo}
          title={undo ? t('undoWhat', { act: actName(t, undo) }) : undefined}
        >
          <span className="max-[1359px]:sr-only">{t('undo')}</span>
        </Button>
        <Button
          variant="quiet"
          icon={<Redo2 />}
          disabled={!redo}
          onClick={onRedo}
          title={redo ? t('redoWhat', { act: actName(t, redo) }) : undefined}
        >
          <span className="max-[1359px]:sr-only">{t('redo')}</span>
        </Button>
      </div>
      <CoverageBar provisions={snapshot.draft.provisions} onGo={onGo} />
      <ButtonLink
        href={checkHref}
        variant="primary"
        className="whitespace-nowrap max-lg:hidden"
        onClick={(event) => {
          event.preventDefault()
          onCheck()
        }}
      >
        {t('check.open')}
        <Kbd>{'Ctrl ↵'}</Kbd>
      </ButtonLink>
    </header>
  )
}

type T = ReturnType<typeof useTranslations<'workspace'>>

const ACTS = [
  'confirm',
  'setTitle',
  'setText',
  'setDue',
  'setKind',
  'setPeople',
  'setCascade',
  'setLead',
  'addSupporting',
  'removePart',
  'acceptPart',
  'merge',
  'split',
  'reclassify',
  'addTask',
  'discard',
  'whole',
  'bulk',
  'rerun',
] as const

function actName(t: T, act: string): string {
  const known = ACTS.find((one) => one === act)
  return known ? t(`actNames.${known}`) : act
}

function savedText(t: T, { waiting, offline, state }: DraftSnapshot, zone: string): string {
  if (offline) return t('saved.offline', { count: waiting })
  if (waiting > 0) return t('saved.saving')
  return state.savedAt
    ? t('saved.at', { time: localParts(new Date(state.savedAt), zone).time })
    : t('saved.unchanged')
}
