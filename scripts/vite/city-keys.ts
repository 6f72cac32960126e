import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { parseKeyRing } from '#domain/feeds/key-ring.ts'

/** The module that gives the app the lists: `Record<area, text of the file>`. */
const NAME = 'virtual:city-keys'
/** How the bundler marks what is no file. */
const RESOLVED = `\0${NAME}`

/**
 * Builds the lists of keys that the cities pinned into the app, byte by byte as they are published: `keys/<area>.json` of the
 * repository, and what lies in the folder `MHM_KEYS` (docs/signing.md). A list that does not hold stops the build.
 */
export function cityKeysPlugin(
  root: string,
  ownFolder: string | undefined = process.env['MHM_KEYS'],
): Plugin {
  const folders = [join(root, 'keys'), ...(ownFolder ? [resolve(ownFolder)] : [])]
  return {
    name: 'city-keys',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null
      return `export const CITY_KEYS = ${JSON.stringify(readCityKeys(folders))}`
    },
    /** So that `npm run dev` and `npm run build` stop at once, and not when the module is first wanted. */
    buildStart: () => void readCityKeys(folders),
  }
}

/**
 * The lists of keys by area, as the text of their files. A later folder adds to the earlier ones, or replaces by area. Throws
 * with one sentence that names the file.
 */
export function readCityKeys(folders: readonly string[]): Readonly<Record<string, string>> {
  const lists = folders.flatMap((folder) =>
    filesIn(folder).map((file) => readList(join(folder, file), file.slice(0, -'.json'.length))),
  )
  return Object.fromEntries(lists)
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) throw new Error(`The folder of keys ${folder} is not there.`)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
}

function readList(path: string, area: string): readonly [area: string, text: string] {
  const bytes = readFileSync(path)
  const ring = parseKeyRing(bytes)
  if (!ring.ok)
    throw new Error(`${path} is no list of keys (${ring.reason}: ${ring.detail ?? 'unreadable'}).`)
  if (ring.value.area !== area)
    throw new Error(`${path} is the list of ${ring.value.area}: the name of the file is its area.`)
  const text = bytes.toString('utf8')
  // What is signed are bytes: they have to come out of the app as they went in.
  if (!Buffer.from(text).equals(bytes)) throw new Error(`${path} is not UTF-8.`)
  return [area, text]
}
