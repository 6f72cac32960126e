import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addReports, emptyBoard } from '#domain/drills/board.ts'
import type { DrillReport } from '#domain/drills/drill-report.ts'
import { boardKey, keepBoard, parseBoard } from '#domain/drills/kept-board.ts'
import { emptyLiveBoard, takeNews } from '#domain/drills/live-board.ts'
import { writeReport, writeReports } from '#domain/drills/report-code.ts'
import { writeArrival } from '#domain/drills/roll-call.ts'
import { linkOfSealed } from '#domain/drills/sealed-code.ts'
import type { Relay, RelayReading } from '#platform/ports.ts'
import { aReport } from '#tests/support/a-drill-report.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { anOrganiser, HELD_KEY, settled, typeInto } from '#tests/support/an-organiser.ts'
import { BoardScreen } from './BoardScreen.tsx'
import { BoardSheet } from './board/BoardSheet.tsx'
import type { DrillTools } from './tools.ts'

let screen: Screen
beforeEach(async () => {
  screen = await aScreen('en')
})
afterEach(() => screen.leave())

const report = (changes: Partial<DrillReport> = {}) => aReport({ ...HELD_KEY, ...changes })
const codeOf = (changes: Partial<DrillReport> = {}) =>
  linkOfSealed('https://map.example/', writeReport(report(changes)))
const show = async (changes: Partial<DrillTools> = {}, isHolding = true) => {
  const world = anOrganiser(changes, isHolding)
  screen.show(<BoardScreen tools={world.tools} />)
  await settled()
  const kept = () => {
    const read = parseBoard(world.shelf.kept.get(boardKey(HELD_KEY)), HELD_KEY)
    return read.ok ? read.value.reports.map(({ nonce }) => nonce) : null
  }
  return { ...world, kept }
}
const press = (words: string, selector = 'button') => settled(() => screen.find(selector, words).click())
const status = () => [...screen.box.querySelectorAll('[role=status]')].map((one) => one.textContent).join(' ')
const numbers = (caption: string): Record<string, string> =>
  Object.fromEntries(
    [...screen.find('table', caption).querySelectorAll('tr')].map((row) => [
      row.querySelector('th')?.textContent ?? '',
      row.querySelector('td')?.textContent ?? '',
    ]),
  )

describe('scanning', () => {
  it('counts three phones in three languages one after another, and keeps each at once', async () => {
    const { see, kept, noticed } = await show()
    await press('Read with the camera')
    await see(codeOf({ nonce: 'n0000001', language: 'ja-simple', outcome: 'caught', margin: -4 }))
    expect(status()).toContain('There is 1 result now')
    expect(kept()).toEqual(['n0000001'])
    await see(codeOf({ nonce: 'n0000002', language: 'vi', needsHelp: true }))
    await see(codeOf({ nonce: 'n0000003', language: 'ne', outcome: 'stayed', margin: null }))
    expect(status()).toContain('There are 3 results now')
    expect(kept()).toHaveLength(3)
    expect(numbers('Result')).toMatchObject({
      Arrived: '1',
      'Caught on the way': '1',
      'Stayed in the building': '1',
    })
    expect(screen.words()).toContain('1 says: I need help')
    expect(Object.keys(numbers('Language'))).toHaveLength(3)
    expect(numbers('Time to spare')).toMatchObject({
      '-5 to -1 min': '1',
      '10 to 14 min': '1',
      'Not known': '1',
    })
    expect(noticed.filter((one) => one === 'sound told')).toHaveLength(3)
    screen.find('button', 'Stop the camera')
  })

  it('tells what it does not count, each time it is shown', async () => {
    const { see, kept, noticed } = await show()
    await press('Read with the camera')
    await see(codeOf())
    const others: readonly (readonly [string, string])[] = [
      [codeOf({ outcome: 'caught' }), 'It does not count twice'],
      [codeOf({ nonce: 'n0000009', drill: 'another1' }), 'of another drill'],
      [`${codeOf({ nonce: 'n0000008' }).slice(0, -3)}AAA`, 'could not be read'],
      ['https://other.example/', 'could not be read'],
      [
        writeArrival({
          v: 1,
          ...HELD_KEY,
          nonce: 'a0000001',
          site: null,
          language: 'vi',
          people: 1,
          needHelp: 0,
          group: null,
        }),
        'code for the reception',
      ],
    ]
    for (const [text, words] of others) {
      await see(text)
      expect(status()).toContain(words)
    }
    expect(kept()).toEqual(['n0000001'])
    expect(noticed.filter((one) => one === 'sound urgent')).toHaveLength(others.length)
  })

  it('takes the last one back', async () => {
    const { see, kept } = await show()
    await press('Read with the camera')
    await see(codeOf())
    await see(codeOf({ nonce: 'n0000002' }))
    await press('Take back what was added last')
    expect(kept()).toEqual(['n0000001'])
    expect(status()).toContain('Taken back')
  })
})

it('takes a thousand pasted reports, and tells the lines that it could not read', async () => {
  const { kept } = await show()
  const codes = Array.from({ length: 1_000 }, (_, index) => codeOf({ nonce: `n${10_000 + index}` }))
  await typeInto(
    screen,
    'Paste results',
    [codes[0], 'spoilt', ...codes, codeOf({ drill: 'another1' })].join('\n'),
  )
  await press('Add results')
  expect(kept()).toHaveLength(1_000)
  expect(status()).toContain('There are 1000 results now')
  expect(status()).toContain('Already there: 1')
  expect(status()).toContain('Of another drill or place: 1')
  expect(status()).toContain('Lines that could not be read: 2')
})

it('shows no square with fewer than five, and the others as one number', async () => {
  const { see } = await show()
  await press('Read with the camera')
  for (let index = 0; index < 4; index += 1)
    await see(codeOf({ nonce: `n000000${index}`, outcome: 'caught', cell: { x: 30, y: 20 } }))
  expect(screen.words()).toContain('Together they have 4')
  expect(screen.box.querySelector('rect[class*=cell]')).toBeNull()
  await see(codeOf({ nonce: 'n0000005', outcome: 'caught', cell: { x: 30, y: 20 } }))
  expect(screen.box.querySelectorAll('rect[class*=cell]')).toHaveLength(1)
  expect(screen.words()).not.toContain('Together they have')
})

describe('what lies on the device', () => {
  const boardOf = (...nonces: readonly string[]) =>
    keepBoard(
      addReports(
        emptyBoard(HELD_KEY.drill, HELD_KEY.area),
        nonces.map((nonce) => report({ nonce })),
      ).board,
    )

  it('is read anew before it is changed: another page counted too', async () => {
    const { see, kept, shelf } = await show()
    await press('Read with the camera')
    await see(codeOf())
    shelf.kept.set(boardKey(HELD_KEY), boardOf('n0000001', 'other001'))
    await see(codeOf({ nonce: 'n0000002' }))
    expect(kept()).toEqual(['n0000001', 'other001', 'n0000002'])
  })

  it('is laid aside and told when it cannot be read', async () => {
    const world = anOrganiser()
    world.shelf.kept.set(boardKey(HELD_KEY), { format: 'minna-board', version: 9 })
    screen.show(<BoardScreen tools={world.tools} />)
    await settled()
    expect(status()).toContain('could not be read. It was laid aside')
    expect(world.shelf.kept.get(`unread/${boardKey(HELD_KEY)}`)).toEqual({
      format: 'minna-board',
      version: 9,
    })
  })

  it('is said not to be kept where nothing can be', async () => {
    const world = anOrganiser()
    const shelf = { ...world.shelf, write: async () => false }
    screen.show(<BoardScreen tools={{ ...world.tools, shelf }} />)
    await settled()
    await press('Read with the camera')
    await world.see(codeOf())
    await world.see(codeOf({ nonce: 'n0000002' }))
    expect(screen.words()).toContain('2 results')
    expect(status()).toContain('This browser keeps nothing')
  })

  it('is deleted only after it was asked, and can be had back', async () => {
    const { see, kept } = await show()
    await press('Read with the camera')
    await see(codeOf())
    await press('Delete all and begin anew')
    expect(document.activeElement?.textContent).toContain('Cancel')
    expect(kept()).toHaveLength(1)
    await press('Delete')
    expect(kept()).toEqual([])
    await press('Undo')
    expect(kept()).toEqual(['n0000001'])
  })
})

describe('a result that was opened as a link', () => {
  it('is counted only when one says so', async () => {
    const world = await show()
    await settled(() => world.tools.drills.commands.receive(codeOf()))
    expect(status()).toContain('Count it here?')
    expect(status()).toContain('If this is your own result')
    expect(world.kept()).toBeNull()
    await press('Count it here')
    expect(world.kept()).toEqual(['n0000001'])
    expect(world.tools.drills.store.getState().handedIn).toBeNull()
  })

  it('of another drill is told as such', async () => {
    const world = await show()
    await settled(() => world.tools.drills.commands.receive(codeOf({ drill: 'another1' })))
    expect(status()).toContain('of another drill than the one held here')
    expect(screen.words()).not.toContain('Count it here')
    await press('Do not count it')
    expect(world.tools.drills.store.getState().handedIn).toBeNull()
  })

  it('makes a board where none is held, which is there again later', async () => {
    const world = await show({}, false)
    expect(screen.words()).toContain('No drill is held on this device')
    await settled(() => world.tools.drills.commands.receive(codeOf()))
    await press('Count it here')
    expect(world.kept()).toEqual(['n0000001'])
    expect(screen.words()).toContain('1 result')
  })
})

describe('what is handed on', () => {
  it('is a table without formulas, in the words of the reader, and a file for another organiser', async () => {
    const { see, downloads, went } = await show()
    await press('Read with the camera')
    await see(codeOf({ group: '＝1+1', outcome: 'caught', cell: { x: 3, y: 2 } }))
    await press('Save as a table (CSV)')
    const csv = await downloads.get(`minna-drill-${HELD_KEY.drill}.csv`)?.text()
    expect(csv).toContain('Result,Time to spare')
    expect(csv).toContain("'＝1+1")
    expect(csv).not.toContain('n0000001')
    await press('Save a file for another organiser')
    const codes = await downloads.get(`minna-drill-${HELD_KEY.drill}.txt`)?.text()
    expect(codes).toBe(writeReports([report({ group: '＝1+1', outcome: 'caught', cell: { x: 3, y: 2 } })]))
    await press('Print')
    expect(went).toEqual(['paper board', 'drillPaper'])
  })

  it('is a sheet of the same numbers', async () => {
    const world = await show()
    await press('Read with the camera')
    await world.see(codeOf())
    screen.show(<BoardSheet tools={world.tools} />)
    await settled()
    expect(screen.words()).toContain('not of a real disaster')
    expect(numbers('Result')).toMatchObject({ Arrived: '1' })
  })
})

/** A relay in the hands of the test. */
function aRelay() {
  const done: string[] = []
  const listeners = new Set<(reading: RelayReading) => void>()
  let reading: RelayReading = { state: 'off', refusal: null, called: null, report: 'none', board: null }
  const tell = (change: Partial<RelayReading>) =>
    settled(() => {
      reading = { ...reading, ...change }
      for (const listener of listeners) listener(reading)
    })
  const relay: Relay = {
    reading: () => reading,
    connect: (room, role) =>
      void done.push(`connect ${room} ${role.kind === 'organiser' ? role.secret : ''}`),
    disconnect: () => void done.push('disconnect'),
    tell: () => undefined,
    handIn: () => undefined,
    call: (what) => done.push(`call ${what}`) > 0,
    onChange: (changed) => {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
  }
  return { relay, done, tell }
}

describe('the relay', () => {
  it('is asked for nothing until it is switched on; then results come to the board by themselves', async () => {
    const { relay, done, tell } = aRelay()
    const { kept } = await show({ relay })
    expect(done).toEqual([])
    await press('', 'input[role=switch]')
    await typeInto(screen, 'Secret word', 'ABCD-EFGH')
    await press('Connect')
    expect(done).toEqual([`connect ${HELD_KEY.drill} ABCD-EFGH`])
    const people = [
      { nonce: 'n0000001', status: 'onTheWay', language: 'vi', isHere: true },
      { nonce: 'n0000002', status: 'needsHelp', language: 'ne', isHere: false },
    ] as const
    let board = takeNews(emptyLiveBoard(HELD_KEY.drill), { v: 1, kind: 'people', people })
    board = takeNews(board, { v: 1, kind: 'reports', codes: [writeReport(report({ nonce: 'n0000003' }))] })
    await tell({ state: 'open', board })
    expect(numbers('Watch it live')).toMatchObject({ 'Needs help': '1', 'On the way': '1' })
    expect(screen.words()).toContain('not connected now: 1')
    expect(kept()).toEqual(['n0000003'])
    await press('Start the drill for all')
    expect(done.at(-1)).toBe('call begin')
    await tell({ state: 'lost' })
    expect(status()).toContain('the last ones that came')
    await tell({ state: 'refused', refusal: 'wrongSecret' })
    expect(status()).toContain('The secret word is wrong')
    await press('', 'input[role=switch]')
    expect(done.at(-1)).toBe('disconnect')
  })
})
