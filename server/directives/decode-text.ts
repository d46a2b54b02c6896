/** Encodings that an uploaded text may have. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const
/** One of `ENCODINGS`. */
export type Encoding = (typeof ENCODINGS)[number]

/** A text with its encoding; `doubtful` where a person should look at the choices. */
export type DecodedText = { text: string; encoding: Encoding; doubtful: boolean }

/** Fewer bytes than this beyond ASCII prove no encoding. */
const FEW_BYTES = 24
/** From this share of NUL bytes on a text is UTF-16. */
const NUL_SHARE = 0.1
/** So much of a text is read to tell its encoding. */
const SAMPLE = 65_536
/** A reading is sure where it is so much more like Chinese than the next. */
const SURE_BY = 0.2
const SURE_FROM = 40
/** A Western text has few bytes beyond ASCII. */
const WESTERN_SHARE = 0.05
const HAN = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/g
const BEYOND_ASCII = /[^\x00-\x7f]/g
// Half of what official papers are written with, in both scripts: bytes read in a wrong encoding rarely hit these.
const COMMON = new Set(
  '，。、；：（）“”《》的一是不在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理落实责任部门单位办通知制度规定安全服务管理监督检查情况推进完善加强保障措施牵头配合負責單位辦國務會議發關於實規為與個們這來時對動過進經說產種機應還後開學業無從義題設長黨總統務強環據組織處區農網報導執際項監督檢查據當點體數將線結問變條論運軍決戰議題責任調號請擬稱電廣東門見開展機構職責勞資養護補貼' +
    '们讨份审批村乡镇街县市省委局厅司院校站厂店网络信息卫健康养育医疗保险残疾儿童',
)

/** Decodes as one encoding, or null where the bytes are no such text. A byte-order mark stays: offsets count the text as received. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'windows-1252') return decodeWestern(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Decodes Windows-1252, which Node 20 takes for Latin-1: its quotation marks and dashes would be lost. */
export function decodeWestern(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\x80-\x9f]/g, (one) => WESTERN[one.charCodeAt(0) - 0x80] ?? one)
}

/** Our name of an encoding that a web page names, or null. */
export function encodingOfLabel(label: string): Encoding | null {
  try {
    const name = new TextDecoder(label).encoding
    if (name === 'gbk') return 'gb18030'
    return ENCODINGS.find((one) => one === name) ?? null
  } catch {
    return null
  }
}

/** Byte-order mark, then UTF-8, then whichever reading is Chinese; a reading that is not clearly so is doubtful. Null where no encoding fits. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes)
  const byMark = marked && decodeAs(bytes, marked)
  if (marked && byMark !== null) return { text: byMark, encoding: marked, doubtful: false }
  const nuls = nulShare(bytes)
  const utf8 = decodeAs(bytes, 'utf-8')
  // A stray NUL is the file's fault and is said so; every second byte a NUL is UTF-16 without its mark.
  if (utf8 !== null && nuls < NUL_SHARE) {
    return { text: utf8, encoding: 'utf-8', doubtful: looksForeign(utf8, bytes) }
  }
  if (nuls >= NUL_SHARE) {
    const wide = nulsAtOdd(bytes) ? 'utf-16le' : 'utf-16be'
    const text = decodeAs(bytes, wide)
    if (text !== null && !text.includes('\0')) return { text, encoding: wide, doubtful: false }
  }
  const ranked = choicesOf(bytes)
    .map((choice) => ({ ...choice, score: likeChinese(choice.text) }))
    .sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  if (!first) return null
  const beyond = first.text.slice(0, SAMPLE).match(BEYOND_ASCII)?.length ?? 0
  const clear = first.score >= SURE_BY && first.score - (second?.score ?? 0) >= SURE_BY
  const sure = clear && (first.encoding === 'gb18030' || beyond >= SURE_FROM)
  const western = ranked.find((one) => one.encoding === 'windows-1252')
  const chosen = !clear && western ? western : first
  return { text: chosen.text, encoding: chosen.encoding, doubtful: !sure }
}

/** Every encoding in which the bytes are a text: what a person chooses from. */
export function choicesOf(bytes: Uint8Array): { encoding: Encoding; text: string }[] {
  return ENCODINGS.flatMap((encoding) => {
    if (encoding === 'windows-1252' && highShare(bytes) > WESTERN_SHARE) return []
    const text = decodeAs(bytes, encoding)
    return text === null || text.includes('\0') ? [] : [{ encoding, text }]
  })
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function nulShare(bytes: Uint8Array): number {
  let nuls = 0
  for (const byte of bytes) if (byte === 0) nuls++
  return bytes.length === 0 ? 0 : nuls / bytes.length
}

function nulsAtOdd(bytes: Uint8Array): boolean {
  let odd = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) odd += i % 2 ? 1 : -1
  return odd >= 0
}

function highShare(bytes: Uint8Array): number {
  let high = 0
  for (const byte of bytes) if (byte >= 0x80) high++
  return bytes.length === 0 ? 0 : high / bytes.length
}

/** Share of what stands beyond ASCII that is common in Chinese papers, 0 to 1. */
function likeChinese(text: string): number {
  const beyond = text.slice(0, SAMPLE).match(BEYOND_ASCII) ?? []
  const common = beyond.filter((character) => COMMON.has(character)).length
  return beyond.length === 0 ? 0 : common / beyond.length
}

/** Valid UTF-8 by chance: few bytes beyond ASCII that are GB18030 as well, and what they spell is not Chinese. */
function looksForeign(utf8: string, bytes: Uint8Array): boolean {
  const beyond = utf8.match(BEYOND_ASCII)?.length ?? 0
  if (beyond === 0 || beyond > FEW_BYTES) return false
  const han = utf8.match(HAN)?.length ?? 0
  return han * 2 < beyond && decodeAs(bytes, 'gb18030') !== null
}
