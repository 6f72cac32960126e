import { expect, it } from 'vitest'
import { isTest, projectFiles, textOf } from '../support/source-files.ts'

/**
 * What a live region holds is read out without being asked for: each word once, and each piece in its own language. `Said` would
 * bring readings above the characters, a label would lose the languages: only `Heard` does both.
 */
const REGION = /<(?:Live|Urgent)Region>([\s\S]*?)<\/(?:Live|Urgent)Region>/g
const regionsIn = (text: string) => [...text.matchAll(REGION)].map(([, inside = '']) => inside)
const isForTheEye = (inside: string) => /<Said\b|\.label\(|(?<!=)\{t\(/.test(inside)

const regions = projectFiles()
  .filter((name) => /^src\/.*\.tsx$/.test(name) && !isTest(name))
  .flatMap((name) => regionsIn(textOf(name)).map((inside) => ({ name, inside })))

it('hold words for the ear only', () => {
  expect(regions.length).toBeGreaterThan(8)
  expect(regions.filter(({ inside }) => isForTheEye(inside))).toEqual([])
})

it('would not get away with words for the eye', () => {
  for (const inside of ['<Said k="a:b" />', "{t.label('a')}", "{t('a')}"])
    expect(regionsIn(`<LiveRegion>${inside}</LiveRegion>`).some(isForTheEye), inside).toBe(true)
  expect(regionsIn('<LiveRegion><Heard phrase={a} /></LiveRegion>').some(isForTheEye)).toBe(false)
})
