import { posix } from 'node:path'
import { readImports } from './read-imports.ts'

/** A file of the project as the table of walls sees it. */
export type SourceFile = { readonly name: string; readonly text: string }

type Wall = {
  /** Rooms of ours that may be imported. */
  readonly rooms: readonly string[]
  /** Doors whose types alone may be imported. */
  readonly types?: readonly string[]
  /** npm packages, each with its reason in ARCHITECTURE.md. A trailing `*` stands for any ending. */
  readonly npm: readonly string[]
}

const ANY = ['*']

/** Who may import whom. The same table stands in ARCHITECTURE.md, in words, and in .oxlintrc.json, per folder. */
export const WALLS: Readonly<Record<string, Wall>> = {
  domain: {
    rooms: [],
    npm: [
      'valibot',
      '@turf/turf',
      '@neaps/tide-predictor',
      'fflate',
      'qr',
      '@rgrove/parse-xml',
      'ts-ics',
      'geojson',
    ],
  },
  i18n: { rooms: [], types: ['#domain/*'], npm: ['i18next', 'react-i18next', 'react'] },
  ui: { rooms: [], npm: ['react', 'react-dom'] },
  map: {
    rooms: ['domain'],
    types: ['#platform/ports.ts', 'geojson'],
    npm: ['maplibre-gl', 'maplibre-gl/*', 'terra-draw', 'terra-draw-maplibre-gl-adapter'],
  },
  platform: {
    rooms: ['domain'],
    npm: ['idb', 'pmtiles', 'workbox-window', 'valibot', 'exifr/*', 'qr/*', 'virtual:*'],
  },
  sw: { rooms: ['domain'], npm: ['workbox-*'] },
  workers: { rooms: ['domain'], npm: [] },
  features: {
    rooms: ['map', 'domain', 'ui', 'i18n'],
    types: ['#platform/ports.ts', 'geojson'],
    npm: ['react', 'react-dom', 'zustand', 'zustand/*'],
  },
  app: { rooms: ANY, npm: ['react', 'react-dom', 'react-dom/*', 'zustand', 'zustand/*'] },
  staff: {
    rooms: ['app', 'domain', 'features', 'i18n', 'map', 'platform', 'ui'],
    npm: ['react', 'react-dom', 'react-dom/*', 'zustand', 'zustand/*'],
    types: ['i18next'],
  },
  main: { rooms: ANY, npm: ['react', 'react-dom', 'react-dom/*'] },
  scripts: { rooms: ['domain', 'i18n', 'scripts'], npm: ANY },
  bench: { rooms: ANY, npm: ANY },
  tests: { rooms: ANY, npm: ANY },
}

/** The room of a file: the folder under src, or scripts, bench, tests; `main` for src/main.tsx. */
export function roomOf(name: string): string {
  const [top = '', second = ''] = name.split('/')
  if (top !== 'src') return top
  return /^main\.tsx?$/.test(second) ? 'main' : second
}

const matches = (pattern: string, text: string): boolean =>
  pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text

/**
 * Every import that goes through a wall or is spelled as if there were none, one sentence each. Tests beside the source
 * may import anything but are spelled like the rest.
 */
export function findTrespasses(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    readImports(file.name, file.text).flatMap((found) => {
      const why = trespass(file.name, found.specifier, found.typeOnly)
      return why === null ? [] : [`${file.name}:${found.line} imports ${found.specifier}: ${why}`]
    }),
  )
}

function trespass(name: string, specifier: string, typeOnly: boolean): string | null {
  const room = roomOf(name)
  const wall = WALLS[room]
  if (wall === undefined) return `${room} is a room without a row in the table of walls`
  const free = /\.test\.tsx?$/.test(name)
  if (/^\.\.?\//.test(specifier)) return relativeTrespass(name, specifier, free)
  if (!specifier.startsWith('#')) return free ? null : packageTrespass(wall, room, specifier, typeOnly)
  const target = specifier.slice(1).split('/')[0] ?? ''
  if (target === room)
    return isFarAway(name, specifier) ? null : 'inside a room an import is spelled ./ or ../'
  if (free || wall.rooms.some((allowed) => matches(allowed, target))) return null
  if (typeOnly && wall.types?.some((door) => matches(door, specifier)) === true) return null
  return `${room} may not import ${target}`
}

/** Two folders up or more: there the relative spelling would be ../../, so `#` is used inside the room too. */
function isFarAway(name: string, specifier: string): boolean {
  const target = specifier.replace(/^#(scripts|tests)\//, '$1/').replace(/^#/, 'src/')
  return posix.relative(posix.dirname(name), target).startsWith('../../')
}

function packageTrespass(wall: Wall, room: string, specifier: string, typeOnly: boolean): string | null {
  if (wall.npm.some((allowed) => matches(allowed, specifier))) return null
  if (typeOnly && wall.types?.includes(specifier) === true) return null
  return `${room} may not use the package ${specifier}`
}

function relativeTrespass(name: string, specifier: string, free: boolean): string | null {
  if (specifier.startsWith('../../')) return '../../ is not used: that far away it is spelled #'
  const target = posix.normalize(posix.join(posix.dirname(name), specifier.replace(/\?.*$/, '')))
  if (roomOf(target) !== roomOf(name)) return leavesRoom(name, target)
  const [from, to] = [featureOf(name), featureOf(target)]
  const byTheDoor = /^src\/features\/[^/]+\/index\.ts$/.test(target)
  if (from !== null && to !== null && from !== to && !byTheDoor && !free) {
    return 'another feature is entered by its index.ts'
  }
  return null
}

/** main.tsx is the door step: it may say ./app/…; configuration files at the top may name any folder. */
function leavesRoom(name: string, target: string): string | null {
  if (roomOf(name) === 'main') return null
  const outside = !name.startsWith('src/') && !target.startsWith('src/')
  return outside ? null : 'an import that crosses a room is spelled #'
}

function featureOf(name: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(name)?.[1] ?? null
}
