// @vitest-environment happy-dom
import type { Map as MapLibreMap } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPointing } from './pointing.ts'

const CENTRE = { x: 180, y: 370 }

/** A canvas, and what was told. */
function stage() {
  const canvas = document.createElement('canvas')
  canvas.tabIndex = 0
  const container = document.createElement('div')
  container.append(canvas)
  document.body.append(container)
  const listeners = new Map<string, (event: object) => void>()
  const map = {
    getCanvas: () => canvas,
    getContainer: () => container,
    getCenter: () => ({ lng: 0, lat: 0 }),
    project: () => CENTRE,
    on: (kind: string, listener: (event: object) => void) => {
      listeners.set(kind, listener)
      return { unsubscribe: () => listeners.delete(kind) }
    },
  } as unknown as MapLibreMap
  const told: string[] = []
  let drawing = true
  const where = ({ x, y }: { x: number; y: number }) => `${x},${y}`
  const stop = startPointing(map, {
    tap: (at) => told.push(`tap ${where(at)}`),
    hold: (at) => told.push(`hold ${where(at)}`),
    back: () => told.push('back'),
    isDrawing: () => drawing,
  })
  const key = (name: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: name, cancelable: true, ...more })
    canvas.dispatchEvent(event)
    return event.defaultPrevented
  }
  const finger = (kind: string, x: number, y: number, time: number, type = 'touch') => {
    const event = new PointerEvent(kind, {
      clientX: x,
      clientY: y,
      pointerId: 1,
      pointerType: type,
      isPrimary: true,
    })
    Object.defineProperty(event, 'timeStamp', { value: time })
    canvas.dispatchEvent(event)
  }
  const click = (x: number, y: number) => listeners.get('click')?.({ point: { x, y } })
  const rightClick = () =>
    canvas.dispatchEvent(new MouseEvent('contextmenu', { clientX: 7, clientY: 8, cancelable: true }))
  return {
    told,
    key,
    finger,
    click,
    rightClick,
    stop,
    listeners,
    container,
    inspect: () => (drawing = false),
  }
}

describe('fingers and keys on the map', () => {
  let on: ReturnType<typeof stage>
  beforeEach(() => {
    on = stage()
  })
  afterEach(() => {
    on.stop()
    document.body.replaceChildren()
  })

  it('tap by click and by Enter at the crosshair, once for a key that is held', () => {
    on.click(5, 6)
    expect(on.key('Enter')).toBe(true)
    on.key('Enter', { repeat: true })
    on.key('Enter', { ctrlKey: true })
    expect(on.told).toEqual(['tap 5,6', 'tap 180,370'])
  })

  it('take back and take away by key only while something is drawn', () => {
    expect([on.key('Backspace'), on.key('Delete')]).toEqual([true, true])
    expect(on.told).toEqual(['back', 'hold 180,370'])
    on.inspect()
    expect([on.key('Backspace'), on.key('Delete')]).toEqual([false, false])
    expect(on.told).toHaveLength(2)
  })

  it('hold by a finger that stays, and the click that follows is no tap', () => {
    on.finger('pointerdown', 50, 60, 0)
    on.finger('pointermove', 54, 60, 300)
    on.finger('pointerup', 54, 60, 700)
    on.click(54, 60)
    expect(on.told).toEqual(['hold 50,60'])
    on.finger('pointerdown', 50, 60, 1000)
    on.finger('pointerup', 50, 60, 1100)
    on.click(50, 60)
    expect(on.told).toEqual(['hold 50,60', 'tap 50,60'])
  })

  it('do not hold while a finger moves, is cancelled, or nothing is drawn', () => {
    on.finger('pointerdown', 50, 60, 0)
    on.finger('pointermove', 70, 60, 300)
    on.finger('pointerup', 70, 60, 900)
    on.finger('pointerdown', 50, 60, 1000)
    on.finger('pointercancel', 50, 60, 1100)
    on.finger('pointerup', 50, 60, 1900)
    on.inspect()
    on.finger('pointerdown', 50, 60, 3000)
    on.finger('pointerup', 50, 60, 3900)
    expect(on.told).toEqual([])
  })

  it('hold by the right button of a mouse, not by the menu that some browsers open for a finger', () => {
    on.finger('pointerdown', 7, 8, 0, 'mouse')
    on.rightClick()
    on.finger('pointerdown', 7, 8, 100, 'touch')
    on.rightClick()
    expect(on.told).toEqual(['hold 7,8'])
  })

  it('leave nothing behind', () => {
    on.stop()
    on.key('Enter')
    on.finger('pointerdown', 50, 60, 0)
    on.finger('pointerup', 50, 60, 900)
    expect(on.told).toEqual([])
    expect(on.listeners.size).toBe(0)
    expect(on.container.children).toHaveLength(1)
  })
})
