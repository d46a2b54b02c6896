import { useLocale } from 'next-intl'

/** Figures in the reader's language, with the four decimals that can be given, or fewer for what was worked out. */
export function useFigures(decimals = 4) {
  const format = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: decimals })
  return (value: number) => format.format(value)
}
