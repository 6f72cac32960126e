// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ZONE_LAYER_IDS, type ZoneLayerId } from '#domain/hazards/zone-layer.ts'
import { EMPTY_MY_MAP, NO_CLOSURES, NO_WAYS, type MapView } from './map-view.ts'

type Listener = (event: object) => void
/** The maps that were made, newest last. */
const made: FakeMap[] = []
const engine = { hasWebGl: true }

/** As much of a map as is asked of it here; it does nothing by itself. */
class FakeMap {
  readonly canvas = { toBlob: (then: (blob: Blob) => void) => then(new Blob(['picture'])), width: 10 }
  readonly listeners: (readonly [kind: string, listener: Listener])[] = []
  ratio = 0
  removed = false
  refreshed: unknown[] = []
  readonly options: { readonly pixelRatio: number }
  constructor(options: { readonly pixelRatio: number }) {
    this.options = options
    if (!engine.hasWebGl) throw new Error('no WebGL')
    this.ratio = options.pixelRatio
    made.push(this)
  }
  on(kind: string, listener: Listener) {
    this.listeners.push([kind, listener])
    return { unsubscribe: () => {} }
  }
  once(kind: string, listener: Listener) {
    this.on(kind, listener)
  }
  tell(kind: string, event: object = {}) {
    for (const [known, listener] of this.listeners) if (known === kind) listener(event)
  }
  setStyle() {}
  setMissingStyleImageResolver() {}
  getSource() {
    return {}
  }
  refreshTiles(_: string, tiles: unknown[]) {
    this.refreshed = tiles
  }
  setPixelRatio(ratio: number) {
    this.ratio = ratio
  }
  getCanvas() {
    return this.canvas
  }
  remove() {
    this.removed = true
  }
}

vi.mock('maplibre-gl', () => ({ Map: FakeMap, addProtocol: () => {}, removeProtocol: () => {} }))
vi.mock('./place-numbers.ts', () => ({ keepNumbers: () => () => {} }))

const { drawPaperMap } = await import('./paper-map.ts')

const names = Object.fromEntries(ZONE_LAYER_IDS.map((id) => [id, id])) as { [id in ZoneLayerId]: string }
const VIEW: MapView = {
  theme: 'print',
  palette: 'official',
  htmlLang: 'ja',
  label: '',
  zones: {
    shown: [],
    opacity: 1,
    river: null,
    labels: { under: '', between: '', from: '', special: '', several: '', durations: [], names },
  },
  notAssessed: { visible: true, label: '', kinds: [] },
  overlay: null,
  sites: [],
  points: [],
  mine: EMPTY_MY_MAP,
  closures: NO_CLOSURES,
  ways: NO_WAYS,
  drawing: null,
  outline: null,
  picked: null,
  here: null,
  padding: { top: 0, bottom: 0, start: 0, end: 0 },
}
const FRAME = { bounds: [130, 33, 130.1, 33.1], width: 1000, height: 2000, pixelRatio: 3 } as const
const failure = {
  sourceId: 'zones',
  tile: { tileID: { canonical: { z: 14, x: 1, y: 2 } }, state: 'errored' },
}
const read = { sourceId: 'zones', tile: { tileID: { canonical: { z: 14, x: 1, y: 2 } }, state: 'loaded' } }

function drawing(signal = new AbortController().signal) {
  const picture = drawPaperMap(() => Promise.resolve(null), VIEW, FRAME, signal)
  return { picture, map: made.at(-1) as FakeMap }
}

describe('a paper map', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
    engine.hasWebGl = true
    for (const map of made.splice(0)) expect(map.removed).toBe(true)
    expect(document.body.children).toHaveLength(0)
  })

  it('is the picture after the second rest: by then the numbers stand in it, and it is as fine as a phone can draw', async () => {
    const { picture, map } = drawing()
    expect(map.ratio).toBe(1)
    map.tell('load')
    map.tell('idle')
    expect(map.ratio).toBeCloseTo(2.048)
    map.tell('idle')
    expect(await picture).toBeInstanceOf(Blob)
  })

  it('is not there at all when a tile stays unreadable; it is read once more before', async () => {
    const { picture, map } = drawing()
    map.tell('load')
    map.tell('error', failure)
    map.tell('idle')
    expect(map.refreshed).toEqual([{ z: 14, x: 1, y: 2 }])
    map.tell('idle')
    expect(await picture).toBeNull()
  })

  it('is there when the tile could be read the second time', async () => {
    const { picture, map } = drawing()
    map.tell('load')
    map.tell('error', failure)
    map.tell('idle')
    map.tell('sourcedata', read)
    map.tell('idle')
    map.tell('idle')
    expect(await picture).toBeInstanceOf(Blob)
  })

  it('is not there when a tile fails at the very last', async () => {
    const { picture, map } = drawing()
    map.tell('load')
    map.tell('idle')
    map.tell('error', failure)
    map.tell('idle')
    map.tell('idle')
    expect(await picture).toBeNull()
  })

  it('is not there when the map never came to life, or lost its graphics', async () => {
    const first = drawing()
    first.map.tell('idle')
    first.map.tell('idle')
    expect(await first.picture).toBeNull()
    const second = drawing()
    second.map.tell('load')
    second.map.tell('webglcontextlost')
    expect(await second.picture).toBeNull()
  })

  it('is waited for as long as something comes, and given up when nothing does', async () => {
    const { picture, map } = drawing()
    map.tell('load')
    for (let i = 0; i < 2; i += 1) {
      await vi.advanceTimersByTimeAsync(15_000)
      map.tell('sourcedata', read)
    }
    map.tell('idle')
    map.tell('idle')
    expect(await picture).toBeInstanceOf(Blob)
    const silent = drawing()
    await vi.advanceTimersByTimeAsync(20_001)
    expect(await silent.picture).toBeNull()
  })

  it('is given up in the end although things go on coming', async () => {
    const { picture, map } = drawing()
    for (let i = 0; i < 13; i += 1) {
      await vi.advanceTimersByTimeAsync(10_000)
      map.tell('sourcedata', read)
    }
    expect(await picture).toBeNull()
  })

  it('is not drawn for somebody who has gone, nor without WebGL', async () => {
    const abort = new AbortController()
    const { picture } = drawing(abort.signal)
    abort.abort()
    expect(await picture).toBeNull()
    const before = made.length
    expect(await drawPaperMap(() => Promise.resolve(null), VIEW, FRAME, abort.signal)).toBeNull()
    expect(made).toHaveLength(before)
    engine.hasWebGl = false
    expect(
      await drawPaperMap(() => Promise.resolve(null), VIEW, FRAME, new AbortController().signal),
    ).toBeNull()
  })
})
