import { useLocale } from 'next-intl'

/** Figures in the reader's language, at most four decimals. */
export function useFigures() {
  const format = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 4 })
  return (value: number) => format.format(value)
}
