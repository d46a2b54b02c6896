// Apart from the days themselves, which pages reckon with too: a browser needs no parser.
import { z } from 'zod'
import { isGivenDate, type LocalDate } from './local-date'

/** A day as it comes from a form or an address, of the years 1900 to 2199; code `date.no_such_day` where it is none. */
export const localDateSchema = z.custom<LocalDate>(isGivenDate, { error: 'date.no_such_day' })
