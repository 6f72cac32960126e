import { expect, it, vi } from 'vitest'
import type { OpenedArea, PackFailure, PackState, PackStore } from '#platform/ports.ts'
import { aManifest, anArea } from '#tests/support/an-area.ts'
import { codeToOpen, createAreasCommands } from './commands.ts'
import { createAreasStore } from './store.ts'

const state: PackState = {
  code: '99201',
  manifest: aManifest(),
  stored: true,
  complete: false,
  updateFailure: null,
}
const area = anArea()
const opened: OpenedArea = { ok: true, area, state }
const index = {
  schema: 1 as const,
  areas: ['41207', '99201'].map((code) => ({
    code,
    name: { ja: code },
    kind: 'municipality' as const,
    bounds: [0, 0, 1, 1] as [number, number, number, number],
    hasHazards: true,
  })),
}
const shell = {
  facts: () =>
    Promise.resolve({
      installed: null,
      persisted: false,
      shellReady: true,
      mapCodeReady: true,
      usedBytes: null,
      quotaBytes: null,
    }),
  askToPersist: () => Promise.resolve(false),
  keepLaterCode: () => Promise.resolve(true),
}

function start(changes: Partial<PackStore>) {
  const packs: PackStore = {
    index: () => Promise.resolve({ ok: true, value: index }),
    open: () => Promise.resolve(opened),
    complete: () => Promise.resolve({ ok: true, state: { ...state, complete: true }, updated: false }),
    mapFile: () => Promise.resolve(null),
    seriesFile: () => Promise.resolve(null),
    selfTest: (code) =>
      Promise.resolve({ code, filesChecked: 2, filesExpected: 2, bytes: 9, damaged: [], missing: [] }),
    ...changes,
  }
  const store = createAreasStore()
  return { store, commands: createAreasCommands(store, packs, shell) }
}

it('opens the wanted area, else the first one of the host', () => {
  expect(codeToOpen('99201', index)).toBe('99201')
  expect(codeToOpen('13101', index)).toBe('41207')
  expect(codeToOpen(null, index)).toBe('41207')
  expect(codeToOpen('99201', null)).toBe('99201')
  expect(codeToOpen(null, null)).toBeNull()
})

it('asks the device for the wanted area when the host does not answer', async () => {
  const open = vi.fn(() => Promise.resolve(opened))
  const { store, commands } = start({ index: () => Promise.resolve({ ok: false, why: 'unreachable' }), open })
  await commands.start('99201')
  expect(open).toHaveBeenCalledWith('99201', expect.anything())
  expect(store.getState().open.status).toBe('open')
})

it.each<PackFailure>(['unreachable', 'notData', 'corrupt', 'wrongArea', 'storageFull', 'storageBlocked'])(
  'tells %s when the area cannot be opened',
  async (why) => {
    const { store, commands } = start({ open: () => Promise.resolve({ ok: false, why }) })
    await commands.start('99201')
    expect(store.getState().open).toEqual({ status: 'failed', code: '99201', why })
  },
)

it('goes on answering when the rest cannot be fetched', async () => {
  const { store, commands } = start({ complete: () => Promise.resolve({ ok: false, why: 'corrupt' }) })
  await commands.start('99201')
  expect(store.getState()).toMatchObject({
    open: { status: 'open' },
    fetching: { status: 'failed', why: 'corrupt' },
  })
})

it('says nothing of a fetch that was stopped, not even its progress', async () => {
  const { store, commands } = start({
    complete: (_, signal, onProgress) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          queueMicrotask(() => {
            onProgress({ code: '99201', stage: 2, bytesDone: 1, bytesTotal: 2 })
            reject(signal.reason as Error)
          })
        })
      }),
  })
  const started = commands.start('99201')
  await vi.waitFor(() => expect(store.getState().fetching.status).toBe('running'))
  commands.cancel()
  await started
  expect(store.getState().fetching).toEqual({ status: 'resting' })
})

it('shows the area asked for last, whichever arrives last', async () => {
  let release: (opened: OpenedArea) => void = () => {}
  const slow = new Promise<OpenedArea>((resolve) => (release = resolve))
  const { store, commands } = start({ open: (code) => (code === '41207' ? slow : Promise.resolve(opened)) })
  const first = commands.open('41207')
  await commands.open('99201')
  release({ ok: true, area, state: { ...state, code: '41207' } })
  await first
  expect(store.getState().open).toMatchObject({ status: 'open', code: '99201' })
})

it('takes over a newer pack and says so', async () => {
  const newer = { ...area, sites: [] }
  const open = vi
    .fn<() => Promise<OpenedArea>>()
    .mockResolvedValueOnce(opened)
    .mockResolvedValue({ ok: true, area: newer, state: { ...state, complete: true } })
  const { store, commands } = start({
    open,
    complete: () => Promise.resolve({ ok: true, state: { ...state, complete: true }, updated: true }),
  })
  await commands.start('99201')
  expect(store.getState()).toMatchObject({ updated: true, open: { area: newer, pack: { complete: true } } })
})

it('keeps what the browser said to "please keep this"', async () => {
  const { store, commands } = start({})
  await commands.askToPersist()
  expect(store.getState()).toMatchObject({ persistAnswer: false, facts: { persisted: false } })
})
