import { expect, it } from 'vitest'
import { jobInstant } from './job-instant'

it('an operator names a day, or a day and a time, on the office’s clock', () => {
  expect(jobInstant('2020-04-10', 'Asia/Shanghai')).toEqual(new Date('2020-04-10T04:00:00Z'))
  expect(jobInstant('2020-04-10T08:30', 'Asia/Shanghai')).toEqual(new Date('2020-04-10T00:30:00Z'))
  expect(jobInstant('2020-04-10 23:59:59', 'Asia/Shanghai')).toEqual(new Date('2020-04-10T15:59:59Z'))
})

it('what is no day or no time is refused', () => {
  for (const typed of ['', '2020-02-30', 'tomorrow', '2020-04-10T24:00', '2020-04-10T08', '10.4.2020'])
    expect(jobInstant(typed, 'Asia/Shanghai')).toBeNull()
})
