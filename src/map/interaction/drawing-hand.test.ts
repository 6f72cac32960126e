import type { Map as MapLibreMap } from 'maplibre-gl'
import { describe, expect, it, vi } from 'vitest'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Drawing, MapEvents, MapView } from '../map-view.ts'
import { createDrawingHand } from './drawing-hand.ts'
import type { DrawModule } from './late-handles.ts'

type Told = Parameters<DrawModule['startHandles']>[3]

const A: LngLat = [130, 33]
const B: LngLat = [130.01, 33]
const aDrawing = (changes: Partial<Drawing> = {}): Drawing => ({
  tool: 'line',
  key: 'k',
  corners: [],
  ...changes,
})
const after = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A hand over a map on which 0.001° are 10 pixels, with handles that only write down what they are told. */
function aHand(isMissing = false) {
  const log: string[] = []
  const drawn: (readonly LngLat[])[] = []
  let shown: GeoJSON.Feature[] = []
  let told: Told = () => {}
  const map = {
    project: ([lng, lat]: LngLat) => ({ x: (lng - 130) * 10_000, y: (33 - lat) * 10_000 }),
    unproject: ([x, y]: readonly [number, number]) => ({ lng: 130 + x / 10_000, lat: 33 - y / 10_000 }),
    getSource: () => ({ setData: ({ features }: GeoJSON.FeatureCollection) => (shown = features) }),
    doubleClickZoom: { enable: () => log.push('zoom on'), disable: () => log.push('zoom off') },
  } as unknown as MapLibreMap
  const failed = vi.fn()
  const events: MapEvents = {
    onPick: () => {},
    onPickSite: () => {},
    onStatus: () => {},
    onMove: () => {},
    onDraw: (corners) => drawn.push(corners),
    onDrawFailed: failed,
  }
  const startHandles: DrawModule['startHandles'] = (_, tool, __, tell) => {
    told = tell
    log.push(`start ${tool}`)
    return { lay: (corners) => log.push(`lay ${corners.length}`), stop: () => log.push('stop') }
  }
  const hand = createDrawingHand(map, events, () =>
    isMissing ? Promise.reject(new Error('offline')) : Promise.resolve({ startHandles }),
  )
  const show = (drawing: Drawing | null) => hand.show({ theme: 'day', drawing } as MapView)
  const corners = () => shown.filter(({ properties }) => properties?.['part'] === 'corner').length
  return { hand, show, log, drawn, corners, failed, drag: (...all: Parameters<Told>) => told(...all) }
}

describe('the hand that draws', () => {
  it('tells all corners after each tap, and after one is taken back', async () => {
    const { hand, show, drawn, corners } = aHand()
    show(aDrawing())
    hand.tap({ x: 0, y: 0 })
    hand.tap({ x: 100, y: 0 })
    hand.undo()
    expect(drawn).toEqual([[A], [A, B], [A]])
    expect(corners()).toBe(1)
    hand.undo()
    hand.undo()
    expect(drawn).toHaveLength(4)
    await after()
  })

  it('takes away the corner that is held, and nothing where there is none', () => {
    const { hand, show, drawn } = aHand()
    show(aDrawing({ corners: [A, B] }))
    hand.removeAt({ x: 50, y: 0 })
    hand.removeAt({ x: 3, y: 3 })
    expect(drawn).toEqual([[B]])
  })

  it('begins with the corners it is given, keeps its own while the key stays, and begins anew with another key', async () => {
    const { hand, show, drawn, corners, log } = aHand()
    show(aDrawing({ corners: [A] }))
    hand.tap({ x: 100, y: 0 })
    show(aDrawing({ corners: [A] }))
    expect(corners()).toBe(2)
    show(aDrawing({ key: 'other', corners: [B] }))
    expect(corners()).toBe(1)
    expect(drawn).toHaveLength(1)
    await after()
    expect(log.filter((line) => line.startsWith('start'))).toHaveLength(1)
  })

  it('keeps what was drawn through a new style, and lays the handles again', async () => {
    const { hand, show, log, corners } = aHand()
    show(aDrawing())
    await after()
    hand.tap({ x: 0, y: 0 })
    hand.letGo()
    show(aDrawing())
    await after()
    expect(log).toEqual([
      'zoom off',
      'start line',
      'lay 0',
      'lay 1',
      'stop',
      'zoom off',
      'start line',
      'lay 1',
    ])
    expect(corners()).toBe(1)
  })

  it('follows a dragged corner at once, and tells it when the finger lets go, rounded', async () => {
    const { show, drag, drawn, corners } = aHand()
    show(aDrawing({ corners: [A] }))
    await after()
    drag([A, [130.1234567891, 33]], false)
    expect(corners()).toBe(2)
    expect(drawn).toEqual([])
    drag([A, [130.1234567891, 33]], true)
    expect(drawn).toEqual([[A, [130.123457, 33]]])
  })

  it('goes on without handles where their code cannot be had, and says so once', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { hand, show, drawn, failed } = aHand(true)
    show(aDrawing())
    await after()
    expect(failed).toHaveBeenCalledTimes(1)
    hand.tap({ x: 0, y: 0 })
    expect(drawn).toEqual([[A]])
    silence.mockRestore()
  })

  it('makes no handles for a drawing that was over before their code came', async () => {
    const { show, log, corners } = aHand()
    show(aDrawing({ corners: [A] }))
    show(null)
    await after()
    expect(log).toEqual(['zoom off', 'zoom on'])
    expect(corners()).toBe(0)
  })

  it('does nothing without a drawing, and lets everything go when it is stopped', async () => {
    const { hand, show, log, drawn } = aHand()
    hand.tap({ x: 0, y: 0 })
    hand.undo()
    hand.removeAt({ x: 0, y: 0 })
    expect(drawn).toEqual([])
    show(aDrawing())
    await after()
    hand.stop()
    expect(log.slice(-2)).toEqual(['zoom on', 'stop'])
  })
})
