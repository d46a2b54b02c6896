import { useLocale } from 'next-intl'

type Named = { name: string; nameEn: string }

/** The name of a unit or a person in the reader's language; the Chinese one where no other is known. */
export function useNamed(): (thing: Named) => string {
  const english = useLocale() === 'en'
  return ({ name, nameEn }) => (english ? nameEn || name : name)
}
