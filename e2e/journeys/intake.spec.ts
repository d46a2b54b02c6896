import { strToU8, zipSync } from 'fflate'
import { samplePdf, sampleDocx, setParagraph } from '@/tests/sample-files'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, visit } from '../fixtures'
import { startDecomposing } from '../intake'
import type { Words } from '../words'

type Upload = { name: string; bytes: Uint8Array }

/** Chooses a file as a person does; what the page says of it comes with the answer. */
async function choose(page: Page, t: Words, { name, bytes }: Upload) {
  const mimeType = 'application/octet-stream'
  await page
    .getByLabel(new RegExp(`${t('directives.intake.chooseFile')}|${t('directives.intake.otherFile')}`))
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}

/** What papers are about, so that none of them is taken for another. */
const SUBJECTS = {
  'zh-CN': { paper: '社区食堂', table: '养老床位', again: '敬老院消防检查' },
  en: { paper: '临时救助备用金', table: '婚姻登记场所', again: '公墓价格公示' },
}
const longOf = (subject: string) =>
  `要对${subject}的情况逐一摸底，${subject}要建立台账，由专人负责${subject}的整改，${subject}的结果要向社会公布，${subject}的经费要足额安排。`

function paper(subject: string): Upload {
  const words = [
    { text: `关于${subject}的通知`, x: 170, y: 90, size: 22 },
    ...setParagraph(longOf(subject), 150),
    ...setParagraph('一、要按时报送进展情况，2031年6月底前完成。', 260),
  ]
  return { name: `${subject}.pdf`, bytes: samplePdf([{ words }]) }
}

function table(subject: string): Upload {
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const row = (...cells: string[]) =>
    `<w:tr>${cells.map((text) => `<w:tc>${line(text)}</w:tc>`).join('')}</w:tr>`
  const numbered = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>任务分工</w:t></w:r></w:p>`
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
  const body = [
    line(`关于${subject}的通知`),
    numbered,
    `<w:tbl>${row('工作任务', '牵头单位', '完成时限')}${row(`制定${subject}标准`, '社会救助司', '2031年6月底前')}${row(`公布${subject}名单`, '养老服务司', '2031年9月底前')}</w:tbl>`,
  ].join('')
  return { name: `${subject}.docx`, bytes: sampleDocx(body, { 'word/numbering.xml': numbering }) }
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(`files at intake, ${language}`, () => {
    test.use({ language })
    const subjects = SUBJECTS[language]

    test('a PDF and a DOCX with a table are taken in, and the page says how each was read', async ({
      signInAs,
      t,
    }) => {
      const officer = await signInAs('officer')
      const text = officer.getByLabel(t('directives.intake.textOfFile'))
      const how = officer.getByRole('group', { name: t('directives.intake.readHow') })

      await visit(officer, '/directives/new')
      await choose(officer, t, paper(subjects.paper))
      await expect(how).toContainText('PDF')
      await expect(how).toContainText(t('directives.intake.facts.pages', { count: 1 }))
      await expect(text).toHaveValue(new RegExp(longOf(subjects.paper)))
      await expect(officer.getByLabel(t('directives.fields.title'))).toHaveValue(
        `关于${subjects.paper}的通知`,
      )
      await expectAccessible(officer)
      await expect(officer.getByRole('button', { name: t('directives.intake.start') })).toBeVisible()
      await startDecomposing(officer, t)

      await visit(officer, '/directives/new')
      await choose(officer, t, table(subjects.table))
      await expect(how).toContainText(t('directives.intake.facts.tables', { count: 1 }))
      await expect(how).toContainText(t('directives.intake.readNotes.numbers_rebuilt', { count: 1 }))
      await expect(text).toHaveValue(/一、任务分工\n工作任务\t牵头单位\t完成时限\n制定[^\t]+标准\t社会救助司/)
      await expect(officer.getByRole('button', { name: t('directives.intake.start') })).toBeVisible()
      await startDecomposing(officer, t)
      await expect(officer.locator('[data-task]')).toHaveCount(2)
    })

    test('a file that cannot be read says what to do, and one marked as a state secret is stored nowhere', async ({
      signInAs,
      t,
    }) => {
      const officer = await signInAs('officer')
      await visit(officer, '/directives/new')
      const text = officer.getByLabel(t('directives.intake.text'), { exact: true })
      const typed = '要核对低保名单，按月报送。'
      await text.fill(typed)
      await choose(officer, t, { name: 'scan.pdf', bytes: samplePdf([{ words: [] }], { image: true }) })
      await expect(
        officer.getByRole('link', { name: t('directives.errors.pdf_scanned', { pages: 1 }) }),
      ).toBeVisible()
      await expect(text).toHaveValue(typed)
      await choose(officer, t, { name: 'a.txt', bytes: strToU8('一要报送进展情况。') })
      await officer.getByRole('button', { name: t('directives.intake.forgetFile') }).click()
      await expect(text).toHaveValue(typed)
      await choose(officer, t, { name: 'a.zip', bytes: zipSync({ 'a.txt': strToU8('a') }) })
      await expect(officer.getByRole('link', { name: t('directives.errors.kind_archive') })).toBeVisible()
      await expectAccessible(officer)

      const words = [...setParagraph('机密★10年', 60), ...setParagraph('关于某项工作的通知', 100)]
      await choose(officer, t, { name: 'b.pdf', bytes: samplePdf([{ words }]) })
      const notice = officer.getByRole('alert').filter({ hasText: t('directives.intake.secret.nothingKept') })
      await expect(notice).toBeFocused()
      await expect(notice).toContainText('机密')
      await expect(officer.getByRole('button', { name: t('directives.intake.start') })).toBeHidden()
      await expectAccessible(officer)
      await officer.getByRole('button', { name: t('directives.intake.secret.clear') }).click()
      await officer.reload()
      await expect(officer.getByLabel(t('directives.intake.text'), { exact: true })).toHaveValue('')
    })

    test('a paper that was pasted before is found again in a file, with a link to it', async ({
      signInAs,
      t,
    }) => {
      const officer = await signInAs('officer')
      const subject = subjects.again
      await visit(officer, '/directives/new')
      await choose(officer, t, paper(subject))
      await expect(officer.getByRole('button', { name: t('directives.intake.start') })).toBeVisible()
      const no = await startDecomposing(officer, t)
      await visit(officer, '/directives/new')
      const html = `<html><head><meta charset="utf-8"></head><body><h1>关于${subject}的通知</h1><p>${longOf(subject)}</p><p>一、要按时报送进展情况，2031年6月底前完成。</p></body></html>`
      await choose(officer, t, { name: 'a.html', bytes: strToU8(html) })
      await expect(officer.getByRole('link', { name: new RegExp(`^D${no} `) })).toHaveAttribute(
        'href',
        `/directives/D${no}`,
      )
      await officer.getByRole('button', { name: t('directives.intake.start') }).click()
      await expect(
        officer.getByRole('link', { name: t('directives.errors.duplicate', { no }) }),
      ).toBeVisible()
      await expect(officer.getByLabel(t('directives.fields.title'))).toHaveValue(`关于${subject}的通知`)
    })
  })
}
