import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '#i18n/index.ts'
import type { PackFailure, PackState } from '#platform/ports.ts'
import { aManifest, anArea } from '#tests/support/an-area.ts'
import { aScreen, type Screen } from '#tests/support/a-screen.tsx'
import { AreaNotices } from './AreaNotices.tsx'
import type { AreasCommands } from './commands.ts'
import { OfflinePanel } from './OfflinePanel.tsx'
import { createAreasStore, type AreasState } from './store.ts'

const FAILURES: readonly PackFailure[] = [
  'unreachable',
  'notData',
  'corrupt',
  'wrongArea',
  'storageFull',
  'storageBlocked',
]
const nothing = () => Promise.resolve()
const aHand = (): AreasCommands => ({
  start: vi.fn(nothing),
  open: vi.fn(nothing),
  complete: vi.fn(nothing),
  cancel: vi.fn(),
  selfTest: vi.fn(nothing),
  refreshFacts: vi.fn(nothing),
  askToPersist: vi.fn(nothing),
})
const area = anArea()
const pack: PackState = {
  code: '99201',
  manifest: aManifest(),
  stored: true,
  complete: true,
  updateFailure: null,
}
const open = (changes: Partial<PackState> = {}): AreasState['open'] => ({
  status: 'open',
  code: '99201',
  area,
  pack: { ...pack, ...changes },
})

let screen: Screen
afterEach(() => screen.leave())

function show(state: Partial<AreasState>, Panel = AreaNotices) {
  const store = createAreasStore()
  store.setState(state)
  const commands = aHand()
  screen.show(<Panel store={store} commands={commands} />)
  return commands
}

describe.each(LANGUAGES.map(({ tag }) => tag))('in %s', (tag) => {
  it('has a sentence of its own for every failure, and a way on', async () => {
    screen = await aScreen(tag)
    const said = new Set(
      FAILURES.map((why) => {
        show({ open: { status: 'failed', code: '99201', why } })
        expect(screen.words()).not.toMatch(/offline:/)
        expect(screen.box.querySelector('button')).not.toBeNull()
        return screen.words()
      }),
    )
    expect(said.size).toBe(FAILURES.length)
  })
})

it('tries the same area again', async () => {
  screen = await aScreen()
  const commands = show({ open: { status: 'failed', code: '99201', why: 'unreachable' } })
  act(() => screen.find('button').click())
  expect(commands.open).toHaveBeenCalledWith('99201')
})

it('says when a newer pack was refused, but not when there was merely no network', async () => {
  screen = await aScreen('en')
  show({ open: open({ updateFailure: 'corrupt' }) })
  expect(screen.words()).toContain('refused')
  show({ open: open({ updateFailure: 'unreachable' }) })
  expect(screen.words()).toBe('')
})

it('says when the pack will be gone with the page', async () => {
  screen = await aScreen('en')
  show({ open: open({ stored: false }) })
  expect(screen.words()).toContain('gone when you close')
})

describe('the page "Ready for offline?"', () => {
  it('counts bytes while it fetches, and can be stopped', async () => {
    screen = await aScreen('en')
    const progress = { code: '99201', stage: 2, bytesDone: 1_500_000, bytesTotal: 3_000_000 } as const
    const commands = show(
      { open: open({ complete: false }), fetching: { status: 'running', progress } },
      OfflinePanel,
    )
    expect(screen.words()).toContain('1.5 MB of 3 MB')
    expect(screen.find('progress').getAttribute('value')).toBe('1500000')
    act(() => screen.find('button', 'Cancel').click())
    expect(commands.cancel).toHaveBeenCalled()
  })

  it('tells the result of the self-test in words', async () => {
    screen = await aScreen('en')
    const test = {
      code: '99201',
      filesChecked: 8,
      filesExpected: 8,
      bytes: 1_200_000,
      damaged: [],
      missing: [],
    }
    show({ open: open(), testing: test }, OfflinePanel)
    expect(screen.words()).toContain('8 of 8 files')
    show({ open: open(), testing: { ...test, filesChecked: 7, damaged: ['zones.pmtiles'] } }, OfflinePanel)
    expect(screen.words()).toContain('1 of 8 files are damaged or missing')
  })
})
