/** Heads of noun phrases that name a body, an officer or a person who can be given a duty (English). */
const bodies =
  'agenc(?:y|ies)|departments?|offices?|administrations?|commissions?|boards?|councils?|cabinet|ministr(?:y|ies)|committees?|sub-?committees?|bureaus?|bureaux|directorates?(?:-general)?|divisions?|branch|units?|teams?|sections?|authorit(?:y|ies)|consorti(?:um|a)|stakeholders?|groups?|task ?forces?|governments?|part(?:y|ies)|states?|member states?|cit(?:y|ies)|provinces?|count(?:y|ies)|municipalit(?:y|ies)|districts?|boroughs?|towns?|villages?|regions?|territories|territory|countries|nations?|organi[sz]ations?|institutions?|institutes?|corporations?|compan(?:y|ies)|enterprises?|firms?|business(?:es)?|banks?|schools?|universit(?:y|ies)|colleges?|hospitals?|clinics?|shelters?|laborator(?:y|ies)|librar(?:y|ies)|cent(?:er|re)s?|bodies|body|entit(?:y|ies)|components?|commands?|service|services branch|secretariat|treasury|registry|court|courts|tribunal|parliament|congress|senate|assembly|legislature|police|force|forces|federation|association|associations|unions?|partnerships?|panels?|forums?|networks?|missions?|embass(?:y|ies)|delegations?|funds? managers?|utilit(?:y|ies)|administration|management|leadership|cabinet office|exchequer|house|registrar-general|presidium|crew|staff|personnel|workforce'
const persons =
  'secretar(?:y|ies)(?:-general)?|undersecretar(?:y|ies)|under-secretar(?:y|ies)|directors?(?:-general)?|deput(?:y|ies)|officers?|heads?|chiefs?|administrators?|commissioners?|mayors?|ministers?|counsell?ors?|officials?|executives?|attorneys?|inspectors?|comptrollers?|controllers?|chancellors?|presidents?|premier|prime minister|governors?|liaisons?|managers?|supervisors?|coordinators?|co-ordinators?|contractors?|subcontractors?|counsels?|assistants?|representatives?|advis[eo]rs?|ambassadors?|envoys?|chair(?:person|persons|man|men|woman|women|s)?|co-chairs?|vice-chairs?|president pro tempore|members?|clerks?|cllrs?|councill?ors?|superintendents?|principals?|deans?|provosts?|rectors?|trustees?|treasurers?|auditors?|registrars?|rapporteurs?|marshals?|sheriffs?|judges?|commanders?|captains?|engineers?|architects?|planners?|analysts?|specialists?|surveyors?|accountants?|solicitors?|employees?|workers?|employers?|owners?|operators?|holders?|licensees?|permittees?|grantees?|recipients?|applicants?|bidders?|vendors?|suppliers?|providers?|developers?|landlords?|tenants?|residents?|householders?|participants?|volunteers?|custodians?|stewards?|leads?|leaders?|focal points?|points? of contact|designees?|delegates?|nominees?|persons?|people|individuals?|citizens?|users?|parents?|teachers?|students?|doctors?|nurses?|physicians?|pharmacists?|drivers?|pilots?|CIOs?|everyone|all concerned|undersigned|successors?|whoever|those who|anyone'

const head = new RegExp(`^(?:${bodies}|${persons})$`, 'i')
const twoWords =
  /\b(?:attorney|inspector|secretary|director|comptroller|auditor|surgeon|postmaster|solicitor|adjutant|accountant|registrar|governor|advocate|receiver)s? generals?$|\bgeneral counsels?$|\bpoints? of contact$|\btask forces?$|\bcabinet$/i
const acronym = /^(?:[A-Z0][A-Z0&-]{1,9}s?|[A-Z]\.(?:[A-Z]\.)+)(?:['’]s?)?$/
const honorific = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Sir|Dame|Lord|Lady|Rev|Hon|Cll)\.?\s+[A-Z]/
const initialed = /^[A-Z]\.?(?:\s?[A-Z]\.)*\s[A-Z][a-z]+(?:-[A-Z][a-z]+)?$/
// names of offices by what they do, as minutes write them
const offices =
  /^(?:Finance|Procurement|Legal|Human Resources|Communications|Operations|Engineering|Audit|Compliance|Facilities|Estates|Housing|Planning|Highways|Environmental Health|Public Works|Public Health|Internal Audit|Logistics|Transport|Security|Administration|Policy|Research|Marketing)$/
const notAgents =
  /^(?:orders?|letters?|papers?|numbers?|factors?|sectors?|matters?|SUVs?|GPS|FAQs?|URLs?|PDFs?|CSV|XML|HTML|APIs?|IDs?|USD|EUR|GBP|IT|ICT|AI|PII|FOIA|OSS|ADS|VAT|GDP|COVID|HIV|AIDS|WHEREAS|NOW|THEREFORE|SECTION|PDF|TBC|TBD|N\/A|AM|PM|KPIs?|SLAs?|MOUs?|RFPs?)$/

// examiner, coordinator, licensee, pharmacist: who does what the verb says
const doer =
  /^[A-Za-z][a-z-]{2,}(?:[^aeiou\W]ers?|ators?|[cst]tors?|isors?|ees|yees?|ists|ists?|ians?|erks?)$/
const notDoers =
  /^(?:orders?|letters?|papers?|numbers?|matters?|centers?|registers?|chapters?|powers?|offers?|towers?|computers?|servers?|routers?|filters?|containers?|newsletters?|transfers?|parameters?|waters?|others?|meters?|covers?|layers?|tenders?|posters?|folders?|headers?|borders?|chargers?|disasters?|barriers?|masters?|charters?|quarters?|vouchers?|indicators?|factors?|sectors?|vectors?|monitors?|operators? manual|lists?|fees|trees|degrees|guarantees|sidewalks?|committees?|weather|timber|identifiers?|clusters?|corridors?|generators?|elevators?|calculators?|banners?|printers?|scanners?|trackers?|trailers?|shutters?|sewers?|fibers?|dollars?|copiers?|shelters?|rivers?|winter|summer|september|october|november|december|ledgers?|answers?|dangers?|members? list|customers? service|placeholders?|stickers?|buffers?|tiers?|piers?|remainders?|reminders?|surrenders?|encounters?|characters?|theaters?|lumber|rubber|silver|paper|leather)$/i

/** The word or two at which a noun phrase ends, its complements (“of …”, “that …”) left off. */
export function headOf(name: string): { words: string; last: string } {
  const plain = name.replace(/\([^()]{0,200}\)/g, ' ').trim()
  const words = plain
    .split(
      /(?<!\b(?:point|points))\s+(?:of|for|with|that|who|which|under|in|to|from|whose|at|on|within|having|responsible|concerned|other than|charged|designated|assigned|appointed|referred|listed|named|covered|subject|operating|receiving|using|seeking|participating|serving|working|described|identified|acting|handling|owning|holding|managing|across|outside|above|below|here|there)\b/i,
    )[0]!
    .trim()
  return { words, last: words.split(/\s+/).at(-1) ?? '' }
}

/** True where a noun phrase (no article, no clause) ends in a word for a body, an officer or a person, or is an acronym or a name. */
export function isAgentHead(name: string): boolean {
  const { words, last } = headOf(name)
  if (words === '' || notAgents.test(last)) return false
  const bare = last.replace(/['’]s?$/, '').replace(/^.*\//, '')
  if (doer.test(bare) && !notDoers.test(bare)) return true
  if (head.test(bare) || twoWords.test(words) || acronym.test(bare)) return true
  return honorific.test(words) || initialed.test(words) || offices.test(words)
}

/** True for a word that is an acronym of a body as far as form tells. */
export const isAcronym = (word: string) => acronym.test(word) && !notAgents.test(word)

/** True where a phrase begins with a word for a body or an officer: “Secretary of …”. */
export const startsWithAgent = (phrase: string) => head.test(/^[\w-]+/.exec(phrase)?.[0] ?? '')
