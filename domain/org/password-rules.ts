import { COMMON_DIGITS, COMMON_STEMS, RUNS } from './common-passwords'

/** Fewest characters of a password. */
export const PASSWORD_MIN_LENGTH = 10
/** Most characters: a limit on the work that a sign-in costs, far above any phrase. */
export const PASSWORD_MAX_LENGTH = 128

/** Why a password is refused: every code, for the messages and for the rules shown before typing. */
export const PASSWORD_PROBLEMS = [
  'password.too_short',
  'password.too_long',
  'password.few_characters',
  'password.common',
  'password.run',
  'password.contains_account',
  'password.contains_name',
] as const
/** One reason with its figures. */
export type PasswordProblem = {
  code: (typeof PASSWORD_PROBLEMS)[number]
  params: Record<string, string | number>
}

/** Whose password it is to be: neither the account nor a name (in any spelling given) may stand in it. */
export type PasswordOwner = { account: string; names: readonly string[] }

/**
 * What is wrong with a password; empty where nothing is. No demand for kinds of characters: length and a list do more
 * (the practice of NIST SP 800-63B). Every reason is given at once.
 */
export function passwordProblems(password: string, owner: PasswordOwner): PasswordProblem[] {
  const problems: PasswordProblem[] = []
  const say = (code: PasswordProblem['code'], params: PasswordProblem['params'] = {}) =>
    problems.push({ code, params })
  const length = [...password].length
  const plain = password.normalize('NFKC').toLowerCase()
  if (length < PASSWORD_MIN_LENGTH) say('password.too_short', { min: PASSWORD_MIN_LENGTH })
  if (length > PASSWORD_MAX_LENGTH) say('password.too_long', { max: PASSWORD_MAX_LENGTH })
  if (new Set(plain).size < 5) say('password.few_characters', { min: 5 })
  if (isCommon(plain)) say('password.common')
  else if (isMostlyRun(plain)) say('password.run')
  if (contains(plain, owner.account)) say('password.contains_account')
  if (owner.names.some((name) => contains(plain, name))) say('password.contains_name')
  return problems
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Common is a listed word with nothing but digits and signs around it, also in lookalikes, also twice over. */
function isCommon(plain: string): boolean {
  const digits = plain.replace(/\D/g, '')
  if (digits.length === plain.length && COMMON_DIGITS.has(digits)) return true
  const seen = [plain, [...plain].map((char) => LOOKALIKES[char] ?? char).join('')]
  return seen.some((text) => {
    const letters = text.replace(/[^a-z]/g, '')
    const outer = text.replace(/^[^a-z]+|[^a-z]+$/g, '')
    return [letters, outer, once(letters)].some((word) => COMMON_STEMS.has(word))
  })
}

/** The word where the text is that word several times over, else the text. */
function once(text: string): string {
  const at = (text + text).indexOf(text, 1)
  return at > 0 && at < text.length ? text.slice(0, at) : text
}

/** True where runs of four or more along a row, either way, make up most of the password. */
function isMostlyRun(plain: string): boolean {
  const rows = RUNS.flatMap((row) => [row, [...row].reverse().join('')])
  let covered = 0
  for (let at = 0; at < plain.length; ) {
    let longest = 0
    for (let end = at + 4; end <= plain.length; end += 1) {
      const part = plain.slice(at, end)
      if (!rows.some((row) => row.includes(part))) break
      longest = part.length
    }
    covered += longest
    at += Math.max(longest, 1)
  }
  return plain.length > 0 && covered / plain.length > 0.6
}

function contains(plain: string, word: string): boolean {
  const wanted = word.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  // A name of two Chinese characters counts; two Latin letters would refuse half of all passwords.
  const enough = /[^\u0000-\u007f]/.test(wanted) ? 2 : 3
  return [...wanted].length >= enough && plain.replace(/\s+/g, '').includes(wanted)
}
