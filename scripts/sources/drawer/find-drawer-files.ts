import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Refusal } from '#scripts/lib/refusal.ts'
import { decodeText } from './decode-text.ts'
import { readDrawerHeader, type DrawerHeader } from './drawer-header.ts'

/** A data file of the drop folder with its header. */
export type DrawerFile = {
  /** The part of the name before the ending: the id of its source in the pack is `local-<name>`. */
  readonly name: string
  /** The file's own name, as it stands in refusals. */
  readonly label: string
  readonly path: string
  /** Where it lies, for people: `data/areas/41207/local/aed.csv`. */
  readonly place: string
  readonly format: 'geojson' | 'shapefile' | 'csv'
  readonly header: DrawerHeader
}

/** A folder that is looked into; `place` is its name for people. It need not be there. */
export type DrawerFolder = { readonly path: string; readonly place: string }

const HEADER = '.header.json'
const FORMATS: Readonly<Record<string, DrawerFile['format']>> = {
  '.geojson': 'geojson',
  '.json': 'geojson',
  '.zip': 'shapefile',
  '.csv': 'csv',
}
/** What operating systems and people leave in a folder, and no data. */
const IGNORED = /^\.|^(Thumbs\.db|desktop\.ini)$|\.(md|txt)$/i
const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/

/**
 * Pairs the data files of the folders with their headers, in the order of their names.
 * @throws Refusal for a data file without a header, a header without a file, a name that cannot be an id, a kind of file
 * that is not read here, and two files of one name.
 */
export async function findDrawerFiles(folders: readonly DrawerFolder[]): Promise<DrawerFile[]> {
  const found = (await Promise.all(folders.map(filesIn))).flat()
  const sorted = found.sort((a, b) => (a.name < b.name ? -1 : 1))
  sorted.forEach((file, index) => {
    const before = sorted[index - 1]
    if (before?.name === file.name) {
      throw new Refusal(
        `${file.place}: there is also ${before.place}, expected one file of the name ${file.name}`,
      )
    }
  })
  return sorted
}

async function filesIn({ path, place }: DrawerFolder): Promise<DrawerFile[]> {
  const all = await readdir(path, { withFileTypes: true }).catch(() => [])
  const names = all.filter((one) => one.isFile() && !IGNORED.test(one.name)).map(({ name }) => name)
  const headers = names.filter((name) => name.endsWith(HEADER))
  const files = names.filter((name) => !name.endsWith(HEADER))
  for (const header of headers) {
    const name = header.slice(0, -HEADER.length)
    if (!files.some((file) => baseOf(file) === name)) {
      throw new Refusal(
        `${header}: there is no data file beside it, expected ${name}.csv, ${name}.geojson or ${name}.zip`,
      )
    }
  }
  return Promise.all(files.map((file) => withHeader(file, headers, { path, place })))
}

const baseOf = (file: string): string => file.slice(0, file.length - extname(file).length)

async function withHeader(
  file: string,
  headers: readonly string[],
  folder: DrawerFolder,
): Promise<DrawerFile> {
  const name = baseOf(file)
  const format = FORMATS[extname(file).toLowerCase()]
  if (format === undefined) {
    throw new Refusal(
      `${file}: this kind of file is not read here, expected .csv, .geojson, .json, or .zip with a shapefile in it`,
    )
  }
  if (!NAME.test(name)) {
    throw new Refusal(
      `${file}: expected a file name of small letters a to z, digits and hyphens, such as aed.csv`,
    )
  }
  const wanted = `${name}${HEADER}`
  if (!headers.includes(wanted)) {
    throw new Refusal(
      `${file}: there is no ${wanted} beside it, which says what the file is and under which licence`,
    )
  }
  const text = decodeText(await readFile(join(folder.path, wanted)), 'utf-8', wanted, wanted)
  return {
    name,
    label: file,
    path: join(folder.path, file),
    place: `${folder.place}/${file}`,
    format,
    header: readDrawerHeader(text, wanted),
  }
}
