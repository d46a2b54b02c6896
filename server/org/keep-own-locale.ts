import { db } from '@/server/db'

/** Keeps the language that the person chose for the interface: mails are written in it. No audit entry: a choice of display. */
export async function keepOwnLocale(personId: string, locale: string): Promise<void> {
  await db().person.updateMany({
    where: { id: personId, OR: [{ locale: null }, { NOT: { locale } }] },
    data: { locale },
  })
}
