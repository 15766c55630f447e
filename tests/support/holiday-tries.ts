import { expect } from 'vitest'
import type { Client } from './centre.ts'

/** The days off of a made-up year are read, saved and removed. */
export async function tryHolidays({ holidays }: Client) {
  const text = '一、元旦：2027年1月1日放假，共1天。'
  const { days } = await holidays.read({ text, year: 2027 })
  expect(days?.holidays).toEqual(['2027-01-01'])
  const table = { year: 2027, holidays: days?.holidays ?? [], workdays: [] }
  await holidays.save({ ...table, source: '练习用表', notice: text })
  expect((await holidays.list({}))[0]).toMatchObject({ year: 2027, own: true })
  await holidays.remove({ year: 2027 })
}
