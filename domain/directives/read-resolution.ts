import { readDeadlineEn } from './deadlines-en'
import { itemsEn } from './outline-en'
import type { Found, NameAt, Reader, Reading } from './piece'
import { helpersEn, unitsIn } from './units-en'

const acts =
  'demands?|requests?|calls? (?:up)?on|calls? for|urges?|invites?|encourages?|directs?|instructs?|decides? that'
const idle =
  'welcomes?|supports?|notes?|takes? note|expresses|commends?|emphasi[sz]es|affirms?|reaffirms?|recalls?|stresses|underlines?|pays? tribute|reiterates?|condemns?|decides? to|recogni[sz]es|acknowledges?|looks forward|endorses?|approves?|deplores?|regrets?|declares?|authori[sz]es'
const opening = new RegExp(`^(?:(?:further|also|again|strongly)\\s+)?(?:${acts}|${idle})\\b`, 'i')
const verb = new RegExp(
  `(?<=^|, |; | and |, and |\\band, )(?:(?:further|also|again|strongly) )?(?:(?<act>${acts})|${idle})\\b`,
  'gi',
)

/** True where numbered paragraphs open with operative verbs (Demands, Welcomes, Requests), as resolutions do. */
export function isResolution(text: string): boolean {
  const items = itemsEn(text).filter((item) => item.kind === '1.' || item.kind === 'number')
  const operative = items.filter((item) => opening.test(text.slice(item.body, item.body + 40)))
  return operative.length >= 3 && operative.length * 2 >= items.length
}

/** Reads a resolution: each operative verb with its clause is one provision; demands, requests, calls and invitations are duties. */
export function readResolution(reader: Reader): Reading {
  const out: Reading = { pieces: [], found: [], warnings: [] }
  const { text, anchor } = reader
  let path: string[] = []
  let steps: NameAt[] | null = null
  const add = (start: number, end: number, lead: NameAt[], invites: boolean, reason: string): Found => {
    const task: Found = {
      start,
      end,
      path: [...path],
      group: path[0] ?? null,
      lead,
      support: helpersEn(text, start, end).filter((h) => !lead.some((l) => l.start === h.start)),
      cascade: false,
      deadline: readDeadlineEn(text, start, end, anchor),
      modality: invites ? 'recommended' : 'mandatory',
      reasons: [reason],
    }
    out.found.push(task)
    return task
  }
  for (const item of itemsEn(text)) {
    const s = text.slice(item.start, item.end)
    if (item.kind === '' && /^\[(?:\.\.\.|…)/.test(s))
      out.warnings.push({ code: 'gap', start: item.start, end: item.end, detail: s.slice(0, 80) })
    if (item.kind === 'roman' || item.kind === 'alpha') {
      path = [...path.slice(0, 1), item.marker]
      out.pieces.push({
        start: item.start,
        end: item.end,
        path,
        class: steps ? 'task' : 'background',
        reason: steps ? 'required_step' : 'statement',
      })
      if (steps) {
        const by =
          /\b(?:by|between) (?<n>the governments? of [^;]{3,80}?)(?= leading|, and noting|,? of conditions|;|$)/i.exec(
            text.slice(item.body, item.end),
          )
        const at = by ? item.body + by.index + by[0].length - by.groups!.n!.length : 0
        add(
          item.body,
          item.end,
          by
            ? [{ name: by.groups!.n!.replace(/^the /, ''), start: at, end: at + by.groups!.n!.length }]
            : steps,
          false,
          'required_step',
        )
      }
      continue
    }
    if (item.kind !== '1.' && item.kind !== 'number') {
      out.pieces.push({
        start: item.start,
        end: item.end,
        path: [],
        class: /ing\b/.test(s.split(' ')[0] ?? '') ? 'background' : 'formality',
        reason: 'preamble',
      })
      continue
    }
    path = [item.marker]
    steps = null
    const body = text.slice(item.body, item.end)
    const verbs = [...body.matchAll(verb)]
    const heads = verbs.length > 0 && verbs[0]!.index === 0 ? verbs : []
    if (heads.length === 0)
      out.pieces.push({ start: item.start, end: item.end, path, class: 'background', reason: 'statement' })
    heads.forEach((head, i) => {
      const start = item.body + head.index
      let end = i + 1 < heads.length ? item.body + heads[i + 1]!.index : item.end
      const joint = /(?: and,?|,? and|\s)+$/.exec(text.slice(start, end))
      if (i + 1 < heads.length && joint) end -= joint[0].length
      const act = head.groups!.act
      out.pieces.push({
        start: i === 0 ? item.start : start,
        end,
        path,
        class: act ? 'task' : 'background',
        reason: act ? 'operative_act' : 'operative_remark',
      })
      const clause = text.slice(start, end)
      const needs = /\brequires? the following \w+ (?:from|by|of) (?<n>[^,;:]{3,60}?)(?= and |[,;:]|$)/i.exec(
        clause,
      )
      if (needs) {
        const at = start + needs.index + needs[0].length - needs.groups!.n!.length
        steps = [{ name: needs.groups!.n!, start: at, end: at + needs.groups!.n!.length }]
      }
      if (act)
        add(
          start,
          end,
          addressee(text, start + head[0].length, end),
          /invite|encourage/i.test(act),
          'operative_act',
        )
    })
  }
  return out
}

// “calls on the parties to cease …”: who stands between the verb and “to”
function addressee(text: string, start: number, end: number): NameAt[] {
  const found = /^ (?<n>(?!that\b|once\b)[^,;:]{2,120}?)(?= to [a-z]+)/.exec(text.slice(start, end))
  if (!found) return []
  const from = start + 1
  // a defined party stays whole: “the parties to the Agreement to work …”
  const more = /^(?<n>(?:the )?parties to the [A-Z][\w ]+?)(?= to [a-z])/.exec(text.slice(from, end))
  const name = more ? more.groups!.n! : found.groups!.n!
  return more || unitsIn(text, from, from + name.length).length > 0
    ? [{ name, start: from, end: from + name.length }]
    : []
}
