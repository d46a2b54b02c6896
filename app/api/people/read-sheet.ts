import { getLocale, getTranslations } from 'next-intl/server'
import { faultWords } from '@/app/api/registers/fault-words'
import { can } from '@/domain/permissions/policy'
import { failNotFound } from '@/server/errors'
import type { PeopleSheetWords } from '@/server/org/people-import/people-workbooks'
import { MAX_IMPORT_BYTES, readWorkbook } from '@/server/registers/read-import'
import { requireCtx } from '@/server/web/ctx'
import { readUploadBody } from '@/server/web/read-upload-body'

/** The cells of an uploaded workbook of people and the mark of its preview: the body is the workbook, the rest stands in the address. */
export async function readSheet(request: Request) {
  const { searchParams } = new URL(request.url)
  // Who may not add people has no file read for them.
  const ctx = await requireCtx()
  if (!can(ctx.actor, 'user.manage')) failNotFound()
  const name = (searchParams.get('name') ?? '').slice(0, 255)
  const grid = await readWorkbook(await readUploadBody(request, MAX_IMPORT_BYTES), name)
  return { grid, name, mark: searchParams.get('mark') ?? '' }
}

/** The words of a workbook of people in the language of the request. */
export async function peopleSheetWords(): Promise<PeopleSheetWords> {
  const [language, people, registers, fault] = await Promise.all([
    getLocale(),
    getTranslations('people.import'),
    getTranslations('registers.sheet'),
    faultWords(),
  ])
  return {
    language,
    title: people('sheetTitle'),
    hint: people('sheetHint'),
    problem: registers('problem'),
    fault,
  }
}
