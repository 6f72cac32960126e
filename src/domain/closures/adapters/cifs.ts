import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { Closure, ClosureReason } from '../closure.ts'
import { writeTime } from '../time.ts'
import type { Imported } from './imported.ts'

/** An incident as the CIFS of Waze tells it (developers.google.com/waze/data-feed/cifs-specification). */
export type Incident = {
  readonly id: string
  readonly type: 'ROAD_CLOSED' | 'HAZARD'
  readonly subtype: string
  /** Latitude before longitude, all separated by spaces. */
  readonly polyline: string
  readonly street: string
  readonly direction: 'BOTH_DIRECTIONS' | 'ONE_DIRECTION'
  readonly starttime: string
  readonly endtime?: string
  readonly description?: string
  readonly updatetime: string
}

export type Incidents = { readonly incidents: readonly Incident[]; readonly left: Imported['left'] }

/**
 * Closures for drivers. What is closed for cars is `ROAD_CLOSED`, where it is a line; all else is a `HAZARD`, which warns and
 * does not reroute. Left out, and told: what is lifted or unconfirmed (`notAClosure`); areas, and what has no name of a street,
 * which the format requires (`noPlace`). A line of several pieces gives one incident each. An end that is not known is left out.
 */
export function incidentsOf(closures: readonly Closure[]): Incidents {
  const incidents: Incident[] = []
  const left: Imported['left'][number][] = []
  for (const closure of closures) {
    const { id, state, status, shape, road } = closure
    const street = road?.name ?? road?.ref ?? null
    if (state === 'open' || status === 'lifted' || status === 'unconfirmed')
      left.push({ id, why: 'notAClosure' })
    else if (shape.kind === 'area' || street === null) left.push({ id, why: 'noPlace' })
    else {
      const lines = shape.kind === 'point' ? [[shape.at]] : shape.lines
      lines.forEach((line, index) =>
        incidents.push(incidentOf(closure, street, line, lines.length > 1 ? `${id}.${index + 1}` : id)),
      )
    }
  }
  return { incidents, left }
}

function incidentOf(closure: Closure, street: string, line: readonly LngLat[], id: string): Incident {
  const { direction, start, end, title, updated } = closure
  const description = title['ja'] ?? title['en']
  const isClosed = closure.state === 'closed' && closure.access.car !== true && line.length > 1
  return {
    id,
    type: isClosed ? 'ROAD_CLOSED' : 'HAZARD',
    subtype: isClosed ? closedBy(closure.reason) : (HAZARDS[closure.reason] ?? 'HAZARD_ON_ROAD'),
    polyline: (direction === 'backward' ? line.toReversed() : line).map(latFirst).join(' '),
    street,
    direction: direction === 'both' ? 'BOTH_DIRECTIONS' : 'ONE_DIRECTION',
    starttime: writeTime(start),
    ...(end === null ? {} : { endtime: writeTime(end) }),
    ...(description === undefined || description === '' ? {} : { description }),
    updatetime: writeTime(updated),
  }
}

/** Six decimals at least, as the specification asks. */
const latFirst = ([lng, lat]: LngLat): string => `${lat.toFixed(6)} ${lng.toFixed(6)}`

const closedBy = (reason: ClosureReason): string =>
  reason === 'construction'
    ? 'ROAD_CLOSED_CONSTRUCTION'
    : reason === 'event'
      ? 'ROAD_CLOSED_EVENT'
      : 'ROAD_CLOSED_HAZARD'

const HAZARDS: Readonly<Partial<Record<ClosureReason, string>>> = {
  flooding: 'HAZARD_WEATHER_FLOOD',
  storm_surge: 'HAZARD_WEATHER_FLOOD',
  tsunami: 'HAZARD_WEATHER_FLOOD',
  snow_ice: 'HAZARD_ON_ROAD_ICE',
  construction: 'HAZARD_ON_ROAD_CONSTRUCTION',
  fallen_tree: 'HAZARD_ON_ROAD_OBJECT',
  rockfall: 'HAZARD_ON_ROAD_OBJECT',
}

/** As JSON, each incident in an object of its own, as in the examples of the specification. */
export const writeCifsJson = ({ incidents }: Incidents): string =>
  `${JSON.stringify({ incidents: incidents.map((incident) => ({ incident })) })}\n`

export function writeCifsXml({ incidents }: Incidents): string {
  const items = incidents.map(({ id, ...told }) => {
    const members = Object.entries(told).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
    return `<incident id="${escapeXml(id)}">${members.join('')}</incident>`
  })
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<incidents>', ...items, '</incidents>\n'].join('\n')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What else XML 1.0 cannot hold, no text of a feed holds (`plan/text.ts`). */
const escapeXml = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => ESCAPES[one] ?? '')
