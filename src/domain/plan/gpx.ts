import { parseXml, XmlElement, XmlError, XmlNode, XmlText } from '@rgrove/parse-xml'
import { isLngLat } from '../geo/lng-lat.ts'
import { ok, refuse, type Result } from '../result.ts'
import {
  collectThings,
  leapsOver,
  type CollectRefusal,
  type ForeignThings,
  type NamedKind,
  type Piece,
  type Told,
} from './foreign-things.ts'
import { MARK_KINDS, type MarkKind } from './mark-kinds.ts'
import type { Plan } from './plan.ts'
import { readUtf8, type TextRefusal } from './read-json.ts'

export const GPX_TYPE = 'application/gpx+xml'

/** How much of a file is looked at: a track of a day, a point each second, takes 8 MB. Own choice. */
export const GPX_LIMITS = { bytes: 10_000_000, tags: 600_000 } as const

/**
 * Why a file is refused, always whole. `webPage` = HTML · `notXml` = not well-formed, `detail` = the line · `doctype` = it
 * declares a document type, which no GPX needs and through which files do harm · `notGpx` = other XML · `tooMuch` = more than
 * is looked at · `badPosition`, `acrossAntimeridian` = `detail` names what stands wrong (`rte 2`).
 */
export type GpxRefusal =
  | TextRefusal
  | 'webPage'
  | 'notXml'
  | 'doctype'
  | 'notGpx'
  | 'tooMuch'
  | 'badPosition'
  | 'acrossAntimeridian'
  | CollectRefusal

/**
 * Routes, and marks and destinations as waypoints, as GPX 1.1 (topografix.com/GPX/1/1). Areas and photos are not in it.
 * @param words the name of a kind, for what has no name of its own
 */
export function writeGpx(plan: Plan, words: (thing: NamedKind) => string): string {
  const waypoint = (thing: NamedKind, at: readonly [number, number], name: string, note: string) =>
    `<wpt ${degrees(at)}>${element('name', name === '' ? words(thing) : name)}${element('desc', note)}` +
    `${element('type', `minna:${thing.list}:${thing.kind}`)}</wpt>`
  const waypoints = [
    ...plan.destinations.flatMap(({ kind, at, name, note }) =>
      at === null ? [] : [waypoint({ list: 'destinations', kind }, at, name, note)],
    ),
    ...plan.marks.flatMap(({ kind, shape, name, note }) =>
      shape.type === 'point' ? [waypoint({ list: 'marks', kind }, shape.at, name, note)] : [],
    ),
  ]
  const routes = plan.routes.map(
    ({ name, note, line }) =>
      `<rte>${element('name', name === '' ? words({ list: 'routes', kind: 'route' }) : name)}` +
      `${element('desc', note)}${line.map((at) => `<rtept ${degrees(at)}/>`).join('')}</rte>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="minna-hazard-map" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata>${element('name', plan.name)}</metadata>`,
    ...waypoints,
    ...routes,
    '</gpx>\n',
  ].join('\n')
}

/** Six decimals are 0.1 m: all that a plan holds. Never with an exponent, which the schema of GPX does not know. */
const degrees = ([lng, lat]: readonly [number, number]): string =>
  `lat="${lat.toFixed(6)}" lon="${lng.toFixed(6)}"`

const element = (name: string, text: string): string =>
  text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What else XML 1.0 cannot hold, no text of a plan holds (`text.ts`). */
const escapeXml = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => ESCAPES[one] ?? '')

/**
 * Reads routes (`rte`), each piece of a track (`trkseg`) as a route, and waypoints as marks; GPX 1.0 too, where these are the
 * same. Long tracks are thinned, and `thinned` tells by how many metres. Times, heights and extensions are left out.
 * @param now when it is read
 * @param kind what a waypoint is that does not say so
 */
export function readGpx(
  bytes: Uint8Array,
  now: number,
  kind: MarkKind = 'otherDanger',
): Result<ForeignThings, GpxRefusal> {
  const root = readXml(bytes)
  if (!root.ok) return root
  const things = collectThings()
  for (const { element: told, points, where } of tracesOf(root.value)) {
    const piece = readPiece(told, points)
    if (!piece.ok) return refuse(piece.reason, where)
    if (piece.value === null) things.left.things += 1
    const added = piece.value === null ? ok(true) : things.add(piece.value, toldOf(told, now, kind))
    if (!added.ok) return refuse(added.reason, added.detail ?? where)
  }
  return things.finish()
}

function readXml(bytes: Uint8Array): Result<XmlElement, GpxRefusal> {
  const text = readUtf8(bytes, GPX_LIMITS.bytes)
  if (!text.ok) return text
  if (/^\s*<(!doctype\s+html|html|head|body)\b/i.test(text.value.slice(0, 1000))) return refuse('webPage')
  if (countTags(text.value) > GPX_LIMITS.tags) return refuse('tooMuch')
  try {
    const document = parseXml(text.value, { preserveDocumentType: true })
    if (document.children.some(({ type }) => type === XmlNode.TYPE_DOCUMENT_TYPE)) return refuse('doctype')
    const { root } = document
    return root !== null && nameOf(root) === 'gpx' ? ok(root) : refuse('notGpx')
  } catch (error) {
    return refuse('notXml', error instanceof XmlError ? String(error.line) : undefined)
  }
}

function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1
  return count
}

/** The name without the prefix of its namespace. */
const nameOf = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

const childrenOf = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter((one): one is XmlElement => one instanceof XmlElement && nameOf(one) === name)

/** What has a place: `element` tells its name, `points` bear the positions. */
type Trace = {
  readonly element: XmlElement
  readonly points: readonly XmlElement[] | null
  readonly where: string
}

function tracesOf(root: XmlElement): readonly Trace[] {
  const waypoints = childrenOf(root, 'wpt').map((one, index) => ({
    element: one,
    points: null,
    where: `wpt ${index + 1}`,
  }))
  const routes = childrenOf(root, 'rte').map((one, index) => ({
    element: one,
    points: childrenOf(one, 'rtept'),
    where: `rte ${index + 1}`,
  }))
  const tracks = childrenOf(root, 'trk').flatMap((one, index) =>
    childrenOf(one, 'trkseg').map((piece) => ({
      element: one,
      points: childrenOf(piece, 'trkpt'),
      where: `trk ${index + 1}`,
    })),
  )
  return [...waypoints, ...routes, ...tracks]
}

/** null = a line of less than two points, as a recorder leaves that was switched on and off. */
function readPiece(
  told: XmlElement,
  points: Trace['points'],
): Result<Piece | null, 'badPosition' | 'acrossAntimeridian'> {
  if (points === null) {
    const at = positionOf(told)
    return at === null ? refuse('badPosition') : ok({ type: 'point', at })
  }
  const line = points.map(positionOf)
  const whole = line.filter((at) => at !== null)
  if (whole.length < line.length) return refuse('badPosition')
  if (leapsOver(whole)) return refuse('acrossAntimeridian')
  return ok(whole.length < 2 ? null : { type: 'line', line: whole })
}

function positionOf({ attributes }: XmlElement): readonly [number, number] | null {
  const at = [numberOf(attributes['lon']), numberOf(attributes['lat'])]
  return isLngLat(at) ? at : null
}

/** A number as XML Schema writes it; `Number` alone takes '' and '0x10' too. */
const numberOf = (text: string | undefined): number =>
  text !== undefined && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN

function toldOf(one: XmlElement, now: number, kind: MarkKind): Told {
  const text = (name: string): string => textIn(childrenOf(one, name)[0])
  const type = text('type').trim()
  return {
    kind: MARK_KINDS.find((known) => type === `minna:marks:${known}`) ?? kind,
    name: text('name'),
    note: text('desc') === '' ? text('cmt') : text('desc'),
    by: '',
    addedAt: now,
  }
}

/** The text that stands directly in an element; not of what is nested in it. */
const textIn = (one: XmlElement | undefined): string =>
  (one?.children ?? []).map((child) => (child instanceof XmlText ? child.text : '')).join('')
