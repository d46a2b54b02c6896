/** Base forms that orders are given in; a stretch that opens with one asks for something (“submit …”, “ensure that …”). */
const orders = new Set(
  `accelerate accept account accredit acquire act activate adapt add address adhere adjust administer adopt advance advertise advise advocate align allocate allow amend analyse analyze announce appeal append apply appoint appraise apprise approach approve arrange articulate ascertain assemble assess assign assist assume assure attach attend audit authenticate authorise authorize avail avoid award backfill bear begin brief bring broaden budget build buy calculate call cancel capture carry catalog catalogue categorize cease centralize certify chair check circulate cite clarify classify clean clear close coach collaborate collate collect combine commence commission commit communicate compare compile complete comply compute conclude conduct confer confirm connect consider consolidate constitute construct consult contact continue contract contribute control convene convert convey coordinate co-ordinate correct correspond counsel cover create curtail cut deactivate decide decommission decrease dedicate deepen define delegate delete deliver demolish demonstrate deny deploy describe design designate destroy detail determine devise develop direct disable disburse discharge disclose discontinue discuss display dispose disseminate distribute divest document download draft draw drive educate effect elaborate elect eliminate embed emphasise emphasize employ empower enable encourage end endeavour endeavor enforce engage enhance enlist enrol enroll ensure enter equip erect escalate establish estimate evaluate examine exchange exclude execute exempt exercise expand expedite explain explore expose express extend facilitate familiarize fill file finalise finalize find finish fix follow formulate forward foster fulfil fulfill fund furnish gather generate get give govern grant guarantee guide halt hand handle harmonise harmonize help hire hold host identify impart implement import impose improve include incorporate increase index inform initiate input inspect install instigate institute instruct insure integrate intensify interview introduce inventory invest investigate invite invoice issue join justify keep label launch lay lead learn lease leverage liaise limit link list locate lodge log look lower maintain make manage map mark market maximise maximize measure meet merge migrate minimise minimize mitigate mobilise mobilize model modernise modernize modify monitor mount move name negotiate nominate notify observe obtain offer open operate optimise optimize order organise organize outline overhaul oversee own participate pass patch pay perform permit phase pilot place plan plant populate post postpone prepare present preserve prevent prioritise prioritize proceed procure produce prohibit promote promulgate propose protect prove provide publicise publicize publish pump purchase pursue put qualify quantify query quote raise ratify re-authorize re-establish reach read realign reallocate reassess reassign recall receive recognise recognize recommend reconcile record recover recruit rectify recuse redesign redeploy redirect reduce refer refine refrain refresh refurbish refuse register reimburse reinforce reinstate reject release relocate remediate remedy remind remit remove render renew reopen reorganize repair repeal replace reply report represent request require rescind research resolve respect respond restore restrict restructure retain retire retrieve return reuse reveal review revise revisit revoke rotate route run safeguard salvage sanction save scale scan schedule scope screen seal search secure seek segregate select sell send separate serve service set settle share ship shorten show shut sign simplify solicit solve source specify spend staff standardise standardize start state stop streamline strengthen structure study submit subscribe substitute supervise supplement supply support surrender survey suspend sustain tackle table tailor take target task teach tell terminate test tighten track train transfer transform transition translate transmit transport treat trial turn undergo undertake unify update upgrade uphold upload urge use utilise utilize vacate validate verify visit waive warn welcome widen withdraw withhold work write`.split(
    /\s+/,
  ),
)
// as often a noun as a verb: what follows decides
const nouns = new Set(
  'access account act address advance appeal approach audit award balance brief budget call change check claim clean clear commission contact contract control cover cut design detail display document draft draw drive effect end escape exercise file find finish focus fund guide hand help hire hold host import increase index input interview invoice issue label lead lease limit link list log look mark market measure meet model monitor mount move name need offer open order outline own pass patch pay permit phase pilot place plan plant position post present process produce progress pump purchase query quote raise rank reach read record refuse register release remedy repair reply report request research respect return review route run sanction save scale scan schedule scope screen search service set share ship show sign source staff start state stop structure study supplement supply support survey table target task test track train transfer transport treat trial turn update upgrade use visit work'.split(
    ' ',
  ),
)
const irregular: Record<string, string> = { be: 'be', have: 'have', do: 'do' }
const light =
  /^(?:not|never|also|then|thereafter|promptly|immediately|jointly|regularly|periodically|annually|quarterly|further|fully|actively|continuously|consistently|closely|clearly|formally|together|where\s\w+|as\s(?:appropriate|necessary|applicable)|to the (?:maximum |greatest |fullest )?extent \w+(?: \w+){0,3}|please|kindly)[,\s]+/i

/** True where a stretch opens with a verb in the form of an order, adverbs before it left aside. */
export function opensWithVerb(words: string): boolean {
  let rest = words.slice(0, 240).replace(/^[\s"“*_]+/, '')
  for (let guard = 0; guard < 4; guard++) {
    const found = light.exec(rest)
    if (!found) break
    rest = rest.slice(found[0].length)
  }
  const word = /^[A-Za-z][a-z-]*/.exec(rest)?.[0]
  if (!word) return false
  const base = word.toLowerCase()
  if (Object.hasOwn(irregular, base)) return /^\S+\s+\w/.test(rest)
  if (!orders.has(base)) return false
  const after = rest.slice(word.length)
  if (nouns.has(base))
    return (
      /^,?(?:\s+(?:and|or|,)\s*[a-z]+)?\s+(?:the|a|an|all|any|each|every|its|their|his|her|our|your|this|that|these|those|with|to|up|out|in|into|back|on|down|over|forward|new|two|three|more|further|additional|existing|relevant|such|no|only|whether|how|[a-z]+ing|[a-z]+s|[A-Z]\w*)\b/.test(
        after,
      ) && !/^\s+(?:of|is|are|was|were|has|have|shall|must|will|should|may)\b/.test(after)
    )
  return !/^\s+(?:is|are|was|were|has|have|shall|must|will|should|may)\b/.test(after)
}

/** True where the first word is a verb that orders are given in, whatever follows. */
export const isOrderVerb = (words: string) => orders.has(/^[a-z-]+/.exec(words)?.[0] ?? '')

/** True where a stretch opens with “to” and a verb, as lists of resolutions do. */
export const opensWithInfinitive = (words: string) =>
  /^\s*to\s/i.test(words) && opensWithVerb(words.replace(/^\s*to\s+/i, ''))

/** True where a stretch opens with a verb in -ing, as contents and subjects of lists do. */
export const opensWithGerund = (words: string) =>
  /^[\s"“*_]*(?:(?:and|or|where \w+|as appropriate|if \w+),?\s+)?(?!(?:building|meeting|training|funding|housing|planning|staffing|reporting|spring|king|thing|string|morning|evening|standing|existing|ongoing|outstanding|remaining|leading|working)\b)[A-Za-z-]{2,}ing\b/i.test(
    words,
  )

/** The place of a verb in the form of an order after an adverbial: “within five days of the change, notify …”; -1 where there is none. */
export function verbAfterAdverbial(words: string): number {
  if (opensWithVerb(words)) return 0
  if (
    !/^[\s"“*_]*(?:within|by|no later|not later|before|after|upon|on|in|with|without|where|when|if|as|for|through|at|to|during|under|using|based|consistent|subject|following|prior|pursuant|unless|once|each|every|annually|quarterly|monthly|immediately|wherever|working)\b/i.test(
      words,
    )
  )
    return -1
  const head = words.slice(0, 500)
  for (let at = head.indexOf(','); at >= 0; at = head.indexOf(',', at + 1)) {
    const next = at + 1 + /^\s*/.exec(head.slice(at + 1))![0].length
    if (opensWithVerb(words.slice(next, next + 240)) && /^[a-z]/.test(words.slice(next))) return next
  }
  return -1
}
