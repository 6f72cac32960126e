import type { Map as MapLibreMap } from 'maplibre-gl'
import styles from '../map.module.css'

/** A place on the screen, CSS pixels from the top left corner of the map. */
export type ScreenPoint = { readonly x: number; readonly y: number }

/** What fingers and keys do; each is told where. */
export type Pointing = {
  /** Tap, click, or Enter at the crosshair. */
  readonly tap: (at: ScreenPoint) => void
  /** Right click, a finger held down, or Delete at the crosshair. */
  readonly hold: (at: ScreenPoint) => void
  /** Backspace. */
  readonly back: () => void
  /** True while holds and Backspace mean something: else they are left to the browser. */
  readonly isDrawing: () => boolean
}

/** A finger that stays this long (ms) within this distance (CSS pixels) is held down. */
const HOLD = { time: 600, distance: 8 }

/** How to stop listening. */
type Stop = () => void

function listen<Kind extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  kind: Kind,
  listener: (event: HTMLElementEventMap[Kind]) => void,
): Stop {
  element.addEventListener(kind, listener)
  return () => element.removeEventListener(kind, listener)
}

/**
 * Turns fingers, mouse and keys into places of the map. The crosshair shows itself while the map has the keyboard.
 * @returns how to stop.
 */
export function startPointing(map: MapLibreMap, pointing: Pointing): Stop {
  const canvas = map.getCanvas()
  const centre = () => map.project(map.getCenter())
  const holding = watchHolds(canvas, pointing)
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const isOurs =
      event.key === 'Enter' || (pointing.isDrawing() && ['Backspace', 'Delete'].includes(event.key))
    if (!isOurs) return
    event.preventDefault()
    if (event.key === 'Backspace') pointing.back()
    else if (!event.repeat) pointing[event.key === 'Enter' ? 'tap' : 'hold'](centre())
  }
  const click = map.on('click', ({ point }) => {
    if (!holding.wasHeld()) pointing.tap(point)
  })
  const stops = [
    showCrosshair(map),
    () => click.unsubscribe(),
    holding.stop,
    listen(canvas, 'keydown', onKey),
    listen(canvas, 'contextmenu', (event) => {
      if (!pointing.isDrawing()) return
      event.preventDefault()
      const { left, top } = canvas.getBoundingClientRect()
      if (holding.isMouse()) pointing.hold({ x: event.clientX - left, y: event.clientY - top })
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Not every browser has a `contextmenu` for a finger, so that holding is measured here. */
function watchHolds(canvas: HTMLElement, { hold, isDrawing }: Pointing) {
  let down: { readonly x: number; readonly y: number; readonly time: number; readonly id: number } | null =
    null
  let mouse = true
  let held = false
  const leave = () => {
    down = null
  }
  const stops = [
    listen(canvas, 'pointerdown', ({ clientX, clientY, pointerId, pointerType, isPrimary, timeStamp }) => {
      mouse = pointerType === 'mouse'
      held = false
      down =
        isPrimary && !mouse && isDrawing() ? { x: clientX, y: clientY, time: timeStamp, id: pointerId } : null
    }),
    listen(canvas, 'pointermove', ({ clientX, clientY }) => {
      if (down !== null && Math.hypot(clientX - down.x, clientY - down.y) > HOLD.distance) leave()
    }),
    listen(canvas, 'pointercancel', leave),
    listen(canvas, 'pointerup', ({ pointerId, timeStamp }) => {
      if (down === null || down.id !== pointerId) return
      const { left, top } = canvas.getBoundingClientRect()
      held = timeStamp - down.time >= HOLD.time
      if (held) hold({ x: down.x - left, y: down.y - top })
      leave()
    }),
  ]
  return {
    /** True when the click that is told now is the end of a hold. */
    wasHeld: () => held,
    isMouse: () => mouse,
    stop: () => stops.forEach((stop) => stop()),
  }
}

function showCrosshair(map: MapLibreMap): Stop {
  const canvas = map.getCanvas()
  const crosshair = document.createElement('div')
  crosshair.className = styles['crosshair'] ?? ''
  crosshair.setAttribute('aria-hidden', 'true')
  crosshair.dir = 'ltr'
  crosshair.hidden = true
  map.getContainer().append(crosshair)
  const place = () => {
    const { x, y } = map.project(map.getCenter())
    crosshair.style.transform = `translate(${x}px, ${y}px)`
  }
  const show = () => {
    crosshair.hidden = !canvas.matches(':focus-visible')
    place()
  }
  const hide = () => {
    crosshair.hidden = true
  }
  const move = map.on('move', place)
  const stops = [
    listen(canvas, 'keydown', show),
    listen(canvas, 'focus', show),
    listen(canvas, 'blur', hide),
    listen(canvas, 'pointerdown', hide),
    () => move.unsubscribe(),
    () => crosshair.remove(),
  ]
  return () => stops.forEach((stop) => stop())
}
