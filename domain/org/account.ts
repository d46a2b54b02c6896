import { z } from 'zod'

/** An account name: a small letter, then small letters, figures, dot, dash or underscore; 3 to 32 characters, never changed once made; `new` and `import` are addresses. */
export const ACCOUNT_SHAPE = /^(?!(?:new|import)$)[a-z][a-z0-9._-]{2,31}$/

const text = (most: number) => z.string().trim().max(most, { error: 'account.too_long' })

/** Where a person's mail goes; empty: nowhere. */
export const mailAddress = text(120)
  .regex(/^$|^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/, { error: 'account.email_unfit' })
  .default('')

/** What is known of a person besides the account name. Phone: an extension or a number as it is dialled. */
export const personFields = {
  name: text(50).min(1, { error: 'account.name_missing' }),
  nameEn: text(80).min(1, { error: 'account.name_en_missing' }),
  title: text(80).default(''),
  titleEn: text(120).default(''),
  phone: text(40)
    .regex(/^[0-9+() \-#*转]*$/, { error: 'account.phone_unfit' })
    .default(''),
  email: mailAddress,
}

/** One spelling of an account name as it is typed; throws by its code where it does not fit. */
export const accountName = z
  .string()
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(ACCOUNT_SHAPE, { error: 'account.name_unfit' }))
