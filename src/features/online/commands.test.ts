import { describe, expect, it } from 'vitest'
import type { AnswerOnlineOptions, OnlineAnswer } from '#domain/official-tiles/answer-online.ts'
import { hazardsOf } from '#domain/official-tiles/hazards-of.ts'
import type { OfficialTiles } from '#platform/ports.ts'
import { createOnlineCommands } from './commands.ts'
import { createOnlineStore, questionAt } from './store.ts'

const HERE = [130.0989, 33.1037] as const
const THERE = [139.7, 35.6] as const

const nothing = (): OnlineAnswer => {
  const { hazards, avalanche } = hazardsOf(() => ({ found: [], trouble: 'notFetched' }))
  const troubles = { notFetched: 12, colourUnknown: 0 }
  return { risk: { at: HERE, area: 'online', hazards }, avalanche, troubles }
}

type Asked = AnswerOnlineOptions & { readonly signal: AbortSignal }

/** Official pictures whose answer comes when the test says so. */
function someTiles() {
  const asked: { at: readonly [number, number]; options: Asked; done: (answer: OnlineAnswer) => void }[] = []
  const tiles: OfficialTiles = {
    host: 'tiles.example',
    template: (layer) => `https://tiles.example/${layer}`,
    answerAt: (at, options) =>
      new Promise((done, fail) => {
        asked.push({ at, options, done })
        options.signal.addEventListener('abort', () => fail(options.signal.reason as Error))
      }),
  }
  return { asked, tiles }
}

function start(isOffline = false) {
  const { asked, tiles } = someTiles()
  const store = createOnlineStore()
  const commands = createOnlineCommands(store, tiles, () => isOffline)
  return { asked, store, commands }
}

describe('the official pictures', () => {
  it('are never asked for, and nothing lies over the map, before the person has agreed', async () => {
    const { asked, store, commands } = start()
    await commands.ask(HERE, null)
    commands.show('tsunami')
    expect(asked).toEqual([])
    expect(store.getState()).toMatchObject({ agreed: false, question: null, overlay: null })
  })

  it('are asked for once agreed, tell how far it has come, and answer for that place only', async () => {
    const { asked, store, commands } = start()
    commands.agree()
    const done = commands.ask(HERE, 12)
    expect(asked[0]?.options.within).toBe(12)
    asked[0]?.options.onLayer?.(5)
    expect(store.getState().question).toEqual({ at: HERE, state: 'running', done: 5 })
    asked[0]?.done(nothing())
    await done
    expect(questionAt(store.getState(), HERE)?.state).toBe('answered')
    expect(questionAt(store.getState(), THERE)).toBeNull()
  })

  it('say at once that there is no network, and ask nothing', async () => {
    const { asked, store, commands } = start(true)
    commands.agree()
    await commands.ask(HERE, null)
    expect(asked).toEqual([])
    expect(store.getState().question).toEqual({ at: HERE, state: 'offline' })
  })

  it('are no longer asked for when the person stops, and say that nothing is known', async () => {
    const { asked, store, commands } = start()
    commands.agree()
    const done = commands.ask(HERE, null)
    commands.stop()
    await done
    expect(asked[0]?.options.signal.aborted).toBe(true)
    expect(store.getState().question).toEqual({ at: HERE, state: 'stopped' })
    asked[0]?.options.onLayer?.(9)
    expect(store.getState().question).toEqual({ at: HERE, state: 'stopped' })
  })

  it('answer the newest question only', async () => {
    const { asked, store, commands } = start()
    commands.agree()
    const first = commands.ask(HERE, null)
    const second = commands.ask(THERE, null)
    asked[0]?.done(nothing())
    asked[1]?.done(nothing())
    await Promise.all([first, second])
    expect(asked[0]?.options.signal.aborted).toBe(true)
    expect(store.getState().question?.at).toEqual(THERE)
  })

  it('are forgotten with the place, and what was under way is given up', async () => {
    const { asked, store, commands } = start()
    commands.agree()
    const done = commands.ask(HERE, null)
    commands.forget()
    await done
    expect(asked[0]?.options.signal.aborted).toBe(true)
    expect(store.getState().question).toBeNull()
  })

  it('do not hide a mistake of ours', async () => {
    const store = createOnlineStore()
    const broken: OfficialTiles = { ...someTiles().tiles, answerAt: () => Promise.reject(new Error('ours')) }
    const commands = createOnlineCommands(store, broken, () => false)
    commands.agree()
    await expect(commands.ask(HERE, null)).rejects.toThrow('ours')
  })
})

describe('the layer over the map', () => {
  it('is one at a time, starts without a failure, and is taken off', () => {
    const { store, commands } = start()
    commands.agree()
    commands.show('tsunami')
    commands.overlayFailed()
    expect(store.getState()).toMatchObject({ overlay: 'tsunami', overlayFailed: true })
    commands.show('floodMax')
    expect(store.getState()).toMatchObject({ overlay: 'floodMax', overlayFailed: false })
    commands.show(null)
    commands.overlayFailed()
    expect(store.getState()).toMatchObject({ overlay: null, overlayFailed: false })
  })
})
