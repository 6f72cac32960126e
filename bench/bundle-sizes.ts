import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import type { Measure } from './print-measure.ts'

const gz = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length
const br = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Every file below a folder, as paths from it with `/`. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(folder.length + 1).replaceAll('\\', '/'), entry.name))
    .sort()
}

/**
 * The scripts that the page loads before anything is asked for: those named in index.html, and what they import
 * statically. Dynamic imports are not followed: they are the map, and the words of one language.
 */
export function firstScripts(dist: string): readonly string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*(?:src|href)="(?:\.\/)?([^"]+\.m?js)"/g)]
  const found = new Set<string>()
  const follow = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    const parsed = parseSync(file, readFileSync(join(dist, file), 'utf8'))
    const sources = [
      ...parsed.module.staticImports.map((one) => one.moduleRequest.value),
      ...parsed.module.staticExports.flatMap((one) => one.entries.map((entry) => entry.moduleRequest?.value)),
    ]
    for (const source of sources)
      if (source?.startsWith('.') === true) follow(posix.join(dirname(file), source))
  }
  for (const [, file] of named) if (file !== undefined) follow(file)
  if (found.size === 0) throw new Error(`${dist}/index.html names no script`)
  return [...found].sort()
}

function sizes(name: string, dist: string, files: readonly string[]): readonly Measure[] {
  const contents = files.map((file) => readFileSync(join(dist, file)))
  const on = `${files.length} files of the production build`
  const sum = (size: (bytes: Buffer) => number): number =>
    contents.reduce((total, bytes) => total + size(bytes), 0)
  return [
    { name: `${name}, gzip`, value: sum(gz), unit: 'B', on },
    { name: `${name}, brotli`, value: sum(br), unit: 'B', on },
  ]
}

/** Bytes of the built app as a host with compression sends them. */
export function measureBundle(dist: string): readonly Measure[] {
  const files = filesBelow(dist).filter((file) => !file.startsWith('packs/'))
  const scripts = files.filter((file) => /\.m?js$/.test(file))
  const locales = scripts.filter((file) =>
    /^assets\/(locale|plan-words|terms|furigana-all|furigana-plan)-/.test(file),
  )
  const oneLanguage = scripts.filter((file) => !locales.includes(file) || file.includes('-ja-simple-'))
  return [
    ...sizes('page (index.html)', dist, ['index.html']),
    ...sizes('scripts loaded first, without the words', dist, firstScripts(dist)),
    ...locales.flatMap((file) =>
      sizes(
        `words (${/(?:locale|(plan)-words|(terms)|(furigana-\w+))-?(.*)-[\w-]{8}\.js$/.exec(file)?.slice(1).filter(Boolean).join(' ') ?? file})`,
        dist,
        [file],
      ),
    ),
    ...sizes('all scripts with map, service worker and one language', dist, oneLanguage),
    ...sizes('all scripts, every language', dist, scripts),
    ...sizes(
      'styles',
      dist,
      files.filter((file) => file.endsWith('.css')),
    ),
  ]
}
