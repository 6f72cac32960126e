import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FACILITY_TYPES, facilityTypeOf } from './facility-type.ts'

describe('what a place is, by its Japanese name', () => {
  it.each([
    ['鹿島小学校', 'elementarySchool'],
    ['鹿島小学校　体育館', 'gymnasium'],
    ['七浦小学校音成分校', 'school'],
    ['東部中学校', 'juniorHighSchool'],
    ['大野原小・中学校', 'school'],
    ['佐賀県立嬉野高等学校（塩田校舎）', 'highSchool'],
    ['鹿島高等学校（赤門学舎）体育館', 'gymnasium'],
    ['県立大村高校', 'highSchool'],
    ['県立ろう学校', 'school'],
    ['北鹿島公民館', 'communityCentre'],
    ['奥見本集会所', 'communityCentre'],
    ['嬉野市社会文化会館', 'hall'],
    ['池田新町公園', 'park'],
    ['多良中学校グラウンド', 'sportsGround'],
    ['林業センター', 'centre'],
    ['嬉野市嬉野老人福祉センター', 'welfare'],
    ['特別養護老人ホームみほんの里', 'welfare'],
    ['妙宣寺', 'temple'],
    ['富松神社', 'shrine'],
    ['港町立体駐車場', 'parking'],
    ['鹿島市役所', 'cityHall'],
    ['松原出張所', 'branchOffice'],
    ['肥前鹿島駅', 'station'],
    ['祐徳稲荷神社参集殿', null],
    ['旧有明中学校', null],
    ['ＪＡさが鹿島支所', null],
    ['東浜津波避難ビル', null],
    ['岬展望台広場', null],
    ['', null],
  ])('%s is %s', (name, type) => {
    expect(facilityTypeOf(name)).toBe(type)
  })
})

it('has words for each kind and no other', () => {
  const words = JSON.parse(
    readFileSync(new URL('../../i18n/locales/ja/facility.json', import.meta.url), 'utf8'),
  ) as object
  expect(Object.keys(words).sort()).toEqual([...FACILITY_TYPES].sort())
})

const KASHIMA = new URL('../../../data/areas/41207/sites.csv', import.meta.url)

it.skipIf(!existsSync(KASHIMA))('knows four of five sites of Kashima, and takes no other for known', () => {
  const names = readFileSync(KASHIMA, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',')[2] ?? '')
    .filter((name) => name !== '')
  const unknown = names.filter((name) => facilityTypeOf(name) === null)
  expect(names.length).toBeGreaterThan(30)
  expect(unknown.length / names.length, unknown.join()).toBeLessThan(0.2)
})
