import { closed } from './mirror-file.ts'
import { toLngLat } from './town.ts'
import type { Town } from './town.ts'

const csvLine = (fields: readonly (string | number)[]): string => fields.join(',')
const fiveDigits = (degrees: number): string => degrees.toFixed(5)

/** Kinds of named spots of the town that go into the search. */
const SEARCH_KINDS: Readonly<Record<string, string>> = {
  city: 'district',
  quarter: 'district',
  neighbourhood: 'neighbourhood',
  railway: 'station',
  school: 'school',
  hospital: 'landmark',
  town_hall: 'landmark',
  place_of_worship: 'landmark',
  ferry_terminal: 'landmark',
  park: 'landmark',
}

/** `data/areas/<code>/places.csv`: the curated names with their readings. */
export function placesCsv(town: Town): string {
  const rows = [...town.places, ...town.pois].flatMap(([name, kana, romaji, kind, , x, y]) => {
    const known = SEARCH_KINDS[kind]
    const [lng, lat] = toLngLat(town, [x, y])
    const suffix = kind === 'railway' ? ['駅', 'えき', ' Station'] : ['', '', '']
    const names = [name + suffix[0], kana + suffix[1], romaji + suffix[2]]
    return known === undefined ? [] : [csvLine([...names, known, fiveDigits(lat), fiveDigits(lng)])]
  })
  return `${['name,kana,romaji,kind,lat,lng', ...rows].join('\n')}\n`
}

/** `data/areas/<code>/coverage.json`: what was studied and what was not. */
export function coverageJson(town: Town): unknown {
  return town.coverage.map(({ area, ...entry }) => ({
    ...entry,
    polygon: [closed(area).map((spot) => toLngLat(town, spot))],
  }))
}
