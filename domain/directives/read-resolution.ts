import { anchorEn, deadlineEn } from './deadlines-en'
import { helpersEn } from './helpers-en'
import { itemsEn, type ItemEn } from './outline-en'
import type { Found, NameAt, Reader, Reading } from './piece'
import { unitsIn } from './units-en'
import { opensWithVerb } from './verbs-en'

const asks =
  'demands?|requests?|calls? (?:up)?on|calls? for|urges?|invites?|encourages?|directs?|instructs?|tasks?|mandates|requires?|asks?|appeals? to|exhorts?|entrusts?|charges|insists that|decides?(?:, [^;:]{3,200}?,)? that|will(?= [a-z])'
const remarks =
  'welcomes?|supports?|notes?|takes? note|expresses|commends?|emphasi[sz]es|affirms?|reaffirms?|recalls?|stresses|underlines?|underscores?|highlights?|pays? tribute|reiterates?|condemns?|decides? to|recogni[sz]es|acknowledges?|looks forward|endorses?|approves?|adopts?|deplores?|regrets?|declares?|authori[sz]es|considers?|agrees?|confirms?|appreciates?|concludes?|establishes|decides|observes?|shares|remains|believes?|is (?:convinced|concerned|aware|determined|of the view)|reminds?|applauds|congratulates|thanks|proclaims|resolves?|having|recalling|notes with \\w+|expects?|warns?|determines?|extends?|renews?'
const adverbs = String.raw`(?:(?:further|also|again|strongly|once again|in particular|urgently|immediately|upon [^,;:]{3,80}|solemnly|therefore|additionally|in this (?:regard|context|respect|connection)|to this end|in that regard|with that aim|accordingly),?\s+){0,3}`
const opening = new RegExp(`^${adverbs}(?:${asks}|${remarks})\\b`, 'i')
const verb = new RegExp(
  `(?<=^|[,;]\\s|\\sand\\s|,\\sand\\s|\\band,\\s)${adverbs}(?:(?<act>${asks})|(?<idle>${remarks}))\\b`,
  'gi',
)
const soft = /^(?:invit|encourag|appeal)/i

/** True where numbered paragraphs open with operative verbs (Demands, Welcomes, Requests), as resolutions and conclusions do. */
export function isResolution(text: string): boolean {
  const items = itemsEn(text).filter((item) => item.kind === '1.' || item.kind === 'number')
  const operative = items.filter((item) => opening.test(text.slice(item.body, item.body + 80)))
  if (operative.length >= 3 && operative.length * 2 >= items.length) return true
  // conclusions without numbers write their verbs in capitals
  return itemsEn(text).filter((item) => shouted(text.slice(item.body, item.body + 80))).length >= 3
}

const shouted = (s: string) => /^[A-Z]{4,}/.test(s) && opening.test(s)

type Open = {
  depth: number
  names: NameAt[]
  soft: boolean
  act: boolean
  reason: string
  due: Found['deadline'] | null
}

/** Reads a resolution: each operative verb with its clause is one provision; demands, requests, calls and invitations are duties. */
export function readResolution(reader: Reader): Reading {
  const out: Reading = { pieces: [], found: [], warnings: [] }
  const { text } = reader
  const anchor = anchorEn(text, reader.anchor)
  let path: string[] = []
  let open: Open | null = null
  const add = (
    start: number,
    end: number,
    lead: NameAt[],
    invites: boolean,
    reason: string,
    inherited: Found['deadline'] | null = null,
  ): void => {
    const due = deadlineEn(text, start, end, anchor)
    out.found.push({
      start,
      end,
      path: [...path],
      group: path[0] ?? null,
      lead,
      support: helpersEn(text, start, end).filter(
        (h) => !lead.some((l) => l.start < h.end && h.start < l.end),
      ),
      cascade: false,
      deadline: due.rule === null && inherited ? inherited : due.draft,
      modality: invites ? 'recommended' : 'mandatory',
      reasons: due.rule === null ? [reason] : [reason, due.rule],
    })
  }
  const put = (
    start: number,
    end: number,
    klass: 'task' | 'background' | 'formality',
    reason: string,
  ): void => {
    out.pieces.push({ start, end, path: [...path], class: klass, reason })
  }

  const items = itemsEn(text)
  items.forEach((item, i) => {
    const s = text.slice(item.start, item.end)
    if (item.kind === '' && /^\[(?:\.\.\.|…)/.test(s))
      out.warnings.push({ code: 'gap', start: item.start, end: item.end, detail: s.slice(0, 80) })
    const numbered = item.kind === '1.' || item.kind === 'number'
    const acts = numbered && opening.test(text.slice(item.body, item.body + 80))
    if (open && item.depth > open.depth && item.kind !== '' && !acts) return listed(item, open)
    const operative = numbered || (item.kind === '' && shouted(s))
    if (!operative) {
      path = item.kind === '' ? [] : [item.marker]
      open = null
      return put(
        item.start,
        item.end,
        /^[A-Z][A-Za-z]+(?:ing|ed)\b/i.test(s) || item.kind.startsWith('*') ? 'background' : 'formality',
        'preamble',
      )
    }
    path = item.kind === '' ? [] : [item.marker]
    open = null
    clauses(item, items[i + 1])
  })
  return out

  // an item under “Requests the Secretary-General: (a) To submit …”
  function listed(item: ItemEn, chapeau: Open): void {
    path = [...path.slice(0, 1), item.marker]
    if (!chapeau.act) return put(item.start, item.end, 'background', 'content_of_list')
    const by =
      /\b(?:by|between) (?<n>the governments? of [^;]{3,80}?)(?= leading|, and noting|,? of conditions|;|$)/i.exec(
        text.slice(item.body, Math.min(item.end, item.body + 600)),
      )
    const at = by ? item.body + by.index + by[0].length - by.groups!.n!.length : 0
    const own = by
      ? [{ name: by.groups!.n!.replace(/^the /, ''), start: at, end: at + by.groups!.n!.length }]
      : null
    put(item.start, item.end, 'task', chapeau.reason)
    add(item.body, item.end, own ?? chapeau.names, chapeau.soft, chapeau.reason, chapeau.due)
  }

  function clauses(item: ItemEn, next: ItemEn | undefined): void {
    const body = text.slice(item.body, item.end)
    const all = [...body.matchAll(verb)].filter((found, k) => k === 0 || clauseStarts(body, found))
    const heads = all.length > 0 && all[0]!.index === 0 ? all : []
    if (heads.length === 0) return put(item.start, item.end, 'background', 'statement')
    heads.forEach((head, k) => {
      const start = item.body + head.index
      let end = k + 1 < heads.length ? item.body + heads[k + 1]!.index : item.end
      const joint = /(?: and,?|,? and|[\s,])+$/.exec(text.slice(Math.max(start, end - 12), end))
      if (k + 1 < heads.length && joint) end -= joint[0].replace(/^,/, '').length
      const act = head.groups!.act ?? null
      const clause = text.slice(start, end)
      const done =
        act !== null &&
        /^(?:\w+ ){0,2}decides?(?:, [^;:]{3,200}?,)? that (?:the |this |its )?(?:mandate|measures?|provisions?|requirements?|paragraph|meeting|theme|session)\b/i.test(
          clause,
        )
      const asked = act !== null && !done
      const final = k === heads.length - 1
      const lists =
        final &&
        next !== undefined &&
        (next.depth > item.depth || item.kind === '') &&
        next.kind !== '' &&
        next.kind !== '1.'
      const needs = /\brequires? the following \w+ (?:from|by|of) (?<n>[^,;:]{3,60}?)(?= and |[,;:]|$)/i.exec(
        clause,
      )
      const names = asked ? addressee(text, start + head[0].length, end) : []
      if (needs && next !== undefined) {
        const at = start + needs.index + needs[0].length - needs.groups!.n!.length
        open = {
          depth: next === undefined ? item.depth : next.depth - 1,
          names: [{ name: needs.groups!.n!, start: at, end: at + needs.groups!.n!.length }],
          soft: false,
          act: true,
          reason: 'required_step',
          due: null,
        }
      }
      // “CALLS ON the Member States to:” asks through its list alone
      const bare = lists && /(?:\bto|:|\bto:)\s*[:–—-]?\s*$/i.test(clause) && !needs
      if (bare && (open as Open | null)?.reason !== 'required_step') {
        const due = deadlineEn(text, start, end, anchor)
        open = {
          depth: next === undefined ? item.depth : next.depth - 1,
          names,
          soft: act !== null && soft.test(act),
          act: asked,
          reason: 'listed_act',
          due: due.rule ? due.draft : null,
        }
        if (
          /^(?:(?!\bto\b).)*\bto\s*:?\s*$/is.test(clause) ||
          (/^[^:]{0,200}[^:a-z]?:\s*$/i.test(clause) && !opensAfterTo(clause))
        )
          return put(k === 0 ? item.start : start, end, 'background', 'chapeau')
      }
      put(
        k === 0 ? item.start : start,
        end,
        asked ? 'task' : 'background',
        asked ? 'operative_act' : 'operative_remark',
      )
      if (asked)
        add(
          start,
          end,
          names,
          soft.test(act!.replace(/^.*\s(?=\w+$)/, '')) || soft.test(act!),
          'operative_act',
        )
    })
  }
}

const opensAfterTo = (clause: string) =>
  /\bto (?=[a-z])/.test(clause) && opensWithVerb(clause.slice(clause.search(/\bto (?=[a-z])/) + 3))

// a verb inside a clause is one of the paragraph's own only with what it governs: “and requests the …”, not “and notes”
function clauseStarts(body: string, found: RegExpExecArray): boolean {
  const after = body.slice(found.index + found[0].length, found.index + found[0].length + 40)
  if (
    /^(?:will|tasks|requests|notes|supports|appeals|concerns|approaches|measures|charges|asks|extends?|shares|determines?|considers?)$/i.test(
      found[0],
    ) &&
    /^[a-z]/.test(found[0])
  ) {
    return (
      /^ (?:the|all|that|with|its|upon|on|once|for|States|Member|parties)\b/.test(after) &&
      !/^will/i.test(found[0])
    )
  }
  return /^[ ,:]/.test(after)
}

// “calls on the parties, in full respect of …, to cease …”: who stands between the verb and “to”
function addressee(text: string, start: number, end: number): NameAt[] {
  const thatActs = /that$/i.test(text.slice(start - 4, start)) ? 5 : 0
  const rest = (thatActs ? ' that' : '') + text.slice(start, Math.min(end, start + 500))
  // a defined party stays whole: “the parties to the Agreement to work …”
  const party = /^ (?<n>(?:the )?parties to the [A-Z][\w ]+?)(?=,? to [a-z])/i.exec(rest)
  if (party) return [{ name: party.groups!.n!, start: start + 1, end: start + 1 + party.groups!.n!.length }]
  // “demands that all parties cease”, “decides that States shall freeze”: the name ends where its verb begins
  const that = /^(?: once again| also)? that /.exec(rest)
  if (that) {
    const at = start + that[0].length - thatActs
    const clause = rest.slice(that[0].length)
    for (const gap of clause.matchAll(/,?\s(?=[a-z])/g)) {
      if (gap.index > 160) break
      const after = clause.slice(gap.index + gap[0].length)
      if (
        !opensWithVerb(after) &&
        !/^(?:shall|must|will|should|immediately|fully|in particular|including|cease|comply)\b/.test(after)
      )
        continue
      const names = unitsIn(text, at, at + gap.index)
      return names.length > 0 && !/^(?:shall|must|will|should) be\b/.test(after) ? names : []
    }
    return []
  }
  const found =
    /^ (?<n>(?!that\b|once\b)[^;:]{2,320}?)(?=,? (?:to|TO)(?: [a-z]|\s*[:–—-]|\s*$)| with [a-z]+ing\b|:\s*$|\s*:$)/.exec(
      rest,
    )
  if (!found) return []
  const whole = found.groups!.n!
  if (/^(?:it|them|him|her|us|all|those)$/i.test(whole)) return []
  // “States and, where appropriate, regional organizations”
  const both = /^(?<a>[^,]{2,120}?),? and, [^,]{2,40}, (?<b>[^,]{2,120})$/.exec(whole)
  if (both) {
    const second = start + 1 + whole.length - both.groups!.b!.length
    const pair = [
      ...unitsIn(text, start + 1, start + 1 + both.groups!.a!.length),
      ...unitsIn(text, second, start + 1 + whole.length),
    ]
    if (pair.length > 0) return pair
  }
  const first = whole.search(
    /, (?:in|individually|jointly|collectively|severally|with|within|while|through|as(?! well)|upon|acting|at|on|under|by|taking|including|where|and in|bearing|inter alia|when|without|subject|consistent)\b/,
  )
  const name = first > 0 ? whole.slice(0, first) : whole
  const from = start + 1
  const named = name.replace(/^(?:both|all of) /, '')
  const at = from + name.length - named.length
  const names = unitsIn(text, at, at + named.length)
  const listed = /,| and /.test(named)
  if (names.length > 1 || (names.length === 1 && !listed))
    return names.length === 1 ? [whole_(text, at, named)] : names
  return [whole_(text, at, named)]
}

const whole_ = (text: string, start: number, name: string): NameAt => {
  const skip = /^the /i.exec(name)?.[0].length ?? 0
  return {
    name: text.slice(start + skip, start + name.length),
    start: start + skip,
    end: start + name.length,
  }
}
