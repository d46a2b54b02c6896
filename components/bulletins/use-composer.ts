'use client'

import { useEffect, useRef, useState, useTransition, type RefObject } from 'react'
import { useFormAction } from '@/components/shared/use-form-action'
import type { BulletinEdits } from '@/domain/bulletins/edits'
import type { FigureName } from '@/domain/bulletins/figures'
import { newId } from '@/lib/new-id'
import type { BulletinPage } from '@/server/bulletins/get-bulletin'
import type { BulletinActions } from './bulletin-actions'
import { insertField, nameInserted, readEditor } from './editor-dom'
import { useFieldWords } from './use-field-words'

/** What is written in the composer before it is saved: title, addressee, tables as state; texts in the editable elements below `root`. */
export function useComposer(
  bulletin: BulletinPage,
  save: BulletinActions['save'],
  root: RefObject<HTMLDivElement | null>,
) {
  const cursor = useRef<Range | null>(null)
  const [, startSaving] = useTransition()
  const [key] = useState(newId)
  const [title, setTitle] = useState(bulletin.title)
  const [addressee, setAddressee] = useState(bulletin.content.addressee)
  const [said, setSaid] = useState(() => saidOf(bulletin))
  const [dirty, setDirty] = useState(false)
  // The version that the texts here started from: what others save in the meantime is a conflict, not a new start.
  const [version, setVersion] = useState(bulletin.version)
  const words = useFieldWords(bulletin.language)
  const [state, dispatch] = useFormAction<Awaited<ReturnType<typeof save>>>(async (before, data) => {
    const answer = await save(before, data)
    if (answer.status === 'ok') {
      nameInserted(editorsIn(root.current), answer.result.added, words.shown)
      setVersion(answer.result.version)
      setDirty(false)
    }
    return answer
  })

  useEffect(() => {
    const remember = () => {
      const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null
      if (range && editorAt(range.startContainer)) cursor.current = range.cloneRange()
    }
    const warn = (event: BeforeUnloadEvent) => dirty && event.preventDefault()
    document.addEventListener('selectionchange', remember)
    addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('selectionchange', remember)
      removeEventListener('beforeunload', warn)
    }
  }, [dirty])

  function editsNow(): BulletinEdits {
    return {
      addressee,
      sections: bulletin.content.sections.map(({ key: section, tables }) => {
        const editor = root.current?.querySelector<HTMLElement>(`[data-section="section-${section}"]`)
        return {
          key: section,
          paragraphs: editor ? readEditor(editor) : [],
          tables: tables.map((table) => ({
            id: table.id,
            rows:
              table.kind === 'tasks'
                ? [...(said.get(table.id) ?? [])].map(([no, text]) => ({ no, said: text }))
                : [],
          })),
        }
      }),
    }
  }
  function submit(against?: number) {
    const data = new FormData()
    data.set('idempotencyKey', key)
    data.set('bulletinId', bulletin.id)
    data.set('version', String(against ?? version))
    data.set('title', title)
    data.set('edits', JSON.stringify(editsNow()))
    startSaving(() => dispatch(data))
  }
  function insert(name: FigureName, of: { code: string; label: string } | null, text: string) {
    const home = cursor.current && editorAt(cursor.current.startContainer)
    const target = home && root.current?.contains(home) ? home : editorsIn(root.current)[0]
    if (!target) return
    const shown = words.inserted(name, of?.label ?? '', text)
    insertField(target, target === home ? cursor.current : null, { name, lead: of?.code, shown })
    setDirty(true)
  }
  function changeRow(table: string, no: number, text: string | null) {
    setDirty(true)
    setSaid((before) => {
      const rows = new Map(before.get(table))
      if (text === null) rows.delete(no)
      else rows.set(no, text)
      return new Map(before).set(table, rows)
    })
  }
  return {
    ...{ state, title, addressee, said, dirty, words, submit, insert, changeRow },
    touch: () => setDirty(true),
    setTitle: (text: string) => {
      setDirty(true)
      setTitle(text)
    },
    setAddressee: (text: string) => {
      setDirty(true)
      setAddressee(text)
    },
  }
}

/** The texts below an element, in their order. */
export function editorsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
}

export type ComposerState = ReturnType<typeof useComposer>

function editorAt(node: Node): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-section]') ?? null
}

function saidOf({ content }: BulletinPage): ReadonlyMap<string, ReadonlyMap<number, string>> {
  return new Map(
    content.sections.flatMap(({ tables }) =>
      tables.flatMap((table) =>
        table.kind === 'tasks'
          ? [[table.id, new Map(table.rows.map((row) => [row.no, row.said]))] as const]
          : [],
      ),
    ),
  )
}
