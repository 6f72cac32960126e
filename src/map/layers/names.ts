import type { MapView } from '../map-view.ts'
import type { ExpressionSpecification } from './band.ts'

const get = (key: string): ExpressionSpecification => ['get', key]

/** The local name. Japanese place names stay on the map in every language: they are what is written on the signs. */
const LOCAL: ExpressionSpecification = ['coalesce', get('name'), get('name:latin'), '']
const KANA = get('name:kana')

/** The Japanese name under the one that the reader can read. */
const UNDER = 0.85
/** The reading above the characters. Smaller cannot be read on a phone: 12 px times this is 8.4 px. */
const ABOVE = 0.7

const isOther = (name: ExpressionSpecification): ExpressionSpecification => [
  'all',
  ['!=', name, ''],
  ['!=', name, LOCAL],
]

/** The reader's name, empty where there is none; null for who reads Japanese. */
function readable({ names }: MapView): ExpressionSpecification | null {
  const keys = names?.keys ?? []
  return keys.length === 0 ? null : ['coalesce', ...keys.map(get), '']
}

/** The name in the reader's language or in Latin letters, with the Japanese name under it; the reading above, in easy Japanese. */
export function nameFor(view: MapView): ExpressionSpecification {
  const own = readable(view)
  if (own !== null)
    return ['case', isOther(own), ['format', own, {}, '\n', {}, LOCAL, { 'font-scale': UNDER }], LOCAL]
  if (view.names?.kana !== true) return LOCAL
  const kana: ExpressionSpecification = ['coalesce', KANA, '']
  return ['case', isOther(kana), ['format', kana, { 'font-scale': ABOVE }, '\n', {}, LOCAL, {}], LOCAL]
}

/** The same along a line, where there is only one line of letters. */
export function nameAlong(view: MapView): ExpressionSpecification {
  const own = readable(view)
  if (own === null) return LOCAL
  return ['case', isOther(own), ['format', own, {}, '  ', {}, LOCAL, { 'font-scale': UNDER }], LOCAL]
}

/** Letters are set apart only where none of them join: the names of Japan. */
export const spacingOf = ({ names }: MapView, ems: number): number =>
  (names?.keys.length ?? 0) === 0 ? ems : 0
