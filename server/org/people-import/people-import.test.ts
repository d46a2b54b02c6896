import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@/server/registers/read-import'
import { auditOf, ctxOf, runAs, testWorld } from '@/tests/factories'
import { importPeople } from './import-people'
import { exportBadPeople, exportPeopleTemplate } from './people-workbooks'
import { previewPeople } from './plan-people-sheet'

const HEADS = ['账号', '姓名', '英文姓名', '职务', '邮箱']
const words = {
  language: 'zh-CN',
  title: '用户',
  hint: '从第 4 行起填写',
  problem: '需要修改',
  fault: (column: string, code: string) => `${column}: ${code}`,
}

/** A workbook as an administrator would save it, read as an upload is. */
async function sheet(...lines: string[][]) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('用户').addRows([HEADS, ...lines])
  return readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), '用户.xlsx')
}
const GOOD = ['zhang-wei', '张伟', 'Zhang Wei', '处长', 'zhang.wei@example.gov.cn']

describe('people from a workbook', () => {
  test('a system administrator sees every line with its faults first, and nobody is added before', async () => {
    const { db } = await testWorld()
    const before = await db.person.count()
    const grid = await sheet(
      GOOD,
      ['Li-Na', '李娜', 'Li Na', '', ''],
      ['1li', '李', '', '', 'nowhere'],
      ['li-na', '李娜', 'Li Na', '', ''],
      ['officer', '别人', 'Somebody', '', ''],
    )
    const preview = await previewPeople(await ctxOf('sysadmin'), { grid })
    expect(preview.counts).toEqual({ add: 2, change: 0, same: 0, bad: 3 })
    expect(
      preview.lines.map(({ act, problems }) => [act, problems.map(({ path, code }) => [path, code])]),
    ).toEqual([
      ['add', []],
      ['add', []],
      [
        'bad',
        [
          ['account', 'account.name_unfit'],
          ['nameEn', 'account.name_en_missing'],
          ['email', 'account.email_unfit'],
        ],
      ],
      ['bad', [['account', 'register.line_repeated']]],
      ['bad', [['account', 'account.taken']]],
    ])
    expect(await db.person.count()).toBe(before)
    const mended = await exportBadPeople(await ctxOf('sysadmin'), { grid, words })
    const bad = await readWorkbook(mended.bytes, mended.name)
    expect(bad.lines.at(-1)?.cells.slice(0, 2)).toEqual(['账号: account.taken', 'officer'])
  })

  test('what was shown is added: no password, no role, each in the record; the same file again adds nobody', async () => {
    const { db } = await testWorld()
    const grid = await sheet(GOOD, ['bad one', '', '', '', ''])
    const { mark } = await previewPeople(await ctxOf('sysadmin'), { grid })
    await expect(
      runAs('sysadmin', importPeople, { grid, name: '用户.xlsx', mark: 'another' }),
    ).rejects.toMatchObject({ code: 'account.preview_changed' })
    const { counts } = await runAs('sysadmin', importPeople, { grid, name: '用户.xlsx', mark })
    expect(counts).toMatchObject({ add: 1, bad: 1 })
    const person = await db.person.findUniqueOrThrow({
      where: { account: 'zhang-wei' },
      include: { grants: true },
    })
    expect(person).toMatchObject({ name: '张伟', title: '处长', passwordHash: null, phone: null, grants: [] })
    expect(await auditOf(person.id)).toEqual(['account.created'])
    const again = await previewPeople(await ctxOf('sysadmin'), { grid })
    expect(again.counts).toMatchObject({ add: 0, same: 1 })
    await expect(
      runAs('sysadmin', importPeople, { grid, name: '用户.xlsx', mark: again.mark }),
    ).rejects.toMatchObject({ code: 'account.nobody_to_import' })
  })

  test('nobody but the system administrator imports people or sees what would come of it', async () => {
    const grid = await sheet(['somebody', '某人', 'Somebody', '', ''])
    const { mark } = await previewPeople(await ctxOf('sysadmin'), { grid })
    for (const account of ['secadmin', 'office-head', 'auditor', 'relief-head']) {
      const input = { grid, name: 'x.xlsx', mark }
      await expect(runAs(account, importPeople, input)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(ctxOf(account).then((ctx) => previewPeople(ctx, { grid }))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })

  test('the empty workbook is read back as the workbook that it asks for', async () => {
    const { bytes, name } = await exportPeopleTemplate(await ctxOf('sysadmin'), { words })
    const grid = await readWorkbook(bytes, name)
    await expect(ctxOf('sysadmin').then((ctx) => previewPeople(ctx, { grid }))).rejects.toMatchObject({
      code: 'register.no_lines',
    })
  })
})
