import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseRoll, rollKey } from '#domain/drills/kept-board.ts'
import { writeReport } from '#domain/drills/report-code.ts'
import { writeArrival, type Arrival } from '#domain/drills/roll-call.ts'
import { linkOfSealed } from '#domain/drills/sealed-code.ts'
import { aReport } from '#tests/support/a-drill-report.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { anOrganiser, HELD_KEY, settled, typeInto } from '#tests/support/an-organiser.ts'
import { RollSheet } from './board/RollSheet.tsx'
import { RollScreen } from './RollScreen.tsx'
import type { DrillTools } from './tools.ts'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => screen.leave())

const codeOf = (changes: Partial<Arrival> = {}) =>
  linkOfSealed(
    'https://map.example/',
    writeArrival({
      v: 1,
      ...HELD_KEY,
      nonce: 'a0000001',
      site: 'school',
      language: 'vi',
      people: 3,
      needHelp: 2,
      group: null,
      ...changes,
    }),
  )
let drawn = 0
const randomBytes = (count: number) => Uint8Array.from({ length: count }, () => (drawn += 1) % 256)
const press = (words: string, selector = 'button') => settled(() => screen.find(selector, words).click())
const status = () => [...screen.box.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' ')

const show = async (changes: Partial<DrillTools> = {}, isHolding = true) => {
  const world = anOrganiser({ randomBytes, ...changes }, isHolding)
  screen.show(<RollScreen tools={world.tools} />)
  await settled()
  const roll = (site = 'school') => {
    const read = parseRoll(world.shelf.kept.get(rollKey(HELD_KEY, site)), HELD_KEY, site)
    return read.ok ? read.value : null
  }
  return { ...world, roll }
}
const atSchool = async (changes: Partial<DrillTools> = {}) => {
  const world = await show(changes)
  await typeInto(screen, 'Which reception', 'school')
  return world
}

it('asks first where it is, and stays there when it is opened again', async () => {
  const world = await show()
  expect(() => screen.find('button', 'Read with the camera')).toThrow()
  await typeInto(screen, 'Which reception', 'school')
  screen.find('button', 'Read with the camera')
  screen.leave()
  screen = await aScreen('en')
  screen.show(<RollScreen tools={world.tools} />)
  await settled()
  expect((screen.find('select') as HTMLSelectElement).value).toBe('school')
})

describe('arrivals', () => {
  it('are counted one after another, each once, and kept at once', async () => {
    const { see, roll } = await atSchool()
    await press('Read with the camera')
    await see(codeOf())
    expect(status()).toContain('3 counted, 3 people in all')
    await see(codeOf({ nonce: 'a0000002', people: 1, needHelp: 0, site: null, language: 'ne' }))
    expect(roll()).toMatchObject({ people: 4, needHelp: 2 })
    expect(screen.words()).toContain('2 people still need help')
    await see(codeOf())
    expect(status()).toContain('does not count twice')
    expect(roll()).toMatchObject({ people: 4 })
  })

  it('meant for elsewhere are told, and not counted', async () => {
    const { see, roll } = await atSchool()
    await press('Read with the camera')
    await see(codeOf({ site: 'park' }))
    expect(status()).toContain('They were going to the reception at')
    await see(codeOf({ site: 'nowhere-known' }))
    expect(status()).toContain('the reception of another site')
    await see(writeReport(aReport({ ...HELD_KEY })))
    expect(status()).toContain('the result of a drill')
    await see(codeOf({ drill: 'another1' }))
    expect(status()).toContain('of another drill')
    expect(roll()).toBeNull()
  })

  it('are counted by hand too, without a language', async () => {
    const { roll } = await atSchool()
    await typeInto(screen, 'How many came', '４')
    await typeInto(screen, 'How many of them need help', '9')
    await press('Add them')
    expect(roll()).toMatchObject({ people: 4, needHelp: 4, byLanguage: [{ language: 'und', count: 1 }] })
    await press('Add them')
    expect(roll()).toMatchObject({ people: 5, needHelp: 4 })
  })

  it('can be taken out, and be had back with the help they got', async () => {
    const { see, roll } = await atSchool()
    await press('Read with the camera')
    await see(codeOf())
    await press('Got help (+1)')
    await press('Delete this arrival')
    expect(roll()?.arrivals).toEqual([])
    expect(document.activeElement?.textContent).toContain('Undo')
    await press('Undo')
    expect(roll()).toMatchObject({ people: 3, needHelp: 1 })
  })
})

it('notes who got help, one by one, and takes it back', async () => {
  const { see, roll } = await atSchool()
  await press('Read with the camera')
  await see(codeOf())
  await press('Got help (+1)')
  expect(screen.words()).toContain('1 of 2 got help')
  await press('Got help (+1)')
  expect(roll()).toMatchObject({ needHelp: 0 })
  expect(screen.words()).toContain('Nobody here is noted as still needing help')
  await press('Take back')
  expect(roll()).toMatchObject({ needHelp: 1 })
  expect(screen.find('button', 'Got help').textContent).toContain('Arrival 1')
})

it('takes an arrival that was opened as a link only when one says so', async () => {
  const world = await show()
  await settled(() => world.tools.drills.commands.receive(codeOf()))
  expect(status()).toContain('Count it here?')
  expect(() => screen.find('button', 'Count it here')).toThrow()
  await typeInto(screen, 'Which reception', 'school')
  await press('Count it here')
  expect(world.roll()).toMatchObject({ people: 3 })
})

it('can be held of a drill of which only an arrival was seen', async () => {
  const world = await show({}, false)
  await settled(() => world.tools.drills.commands.receive(codeOf()))
  await press('Count it here')
  await typeInto(screen, 'Which reception', 'school')
  await press('Count it here')
  expect(world.roll()).toMatchObject({ people: 3 })
})

it('cannot be held without a list of sites, and says so', async () => {
  const { area } = anOrganiser().tools
  if (area === null) throw new Error('no area')
  await show({ area: { ...area, sites: null } })
  expect(screen.words()).toContain('There is no list of evacuation sites here')
})

it('is handed on as a table without formulas and on paper', async () => {
  const world = await atSchool()
  await press('Read with the camera')
  await world.see(codeOf({ group: '＝1+1' }))
  await press('Save as a table (CSV)')
  const csv = await world.downloads.get(`minna-reception-${HELD_KEY.drill}.csv`)?.text()
  expect(csv).toContain('How many came,Still need help')
  expect(csv).toContain("'＝1+1")
  expect(csv).not.toContain('a0000001')
  await press('Print')
  expect(world.went).toEqual(['paper rollCall', 'drillPaper'])
  screen.show(<RollSheet tools={world.tools} />)
  await settled()
  expect(screen.words()).toContain('3 people have arrived')
  expect(screen.words()).toContain('＝1+1')
})
