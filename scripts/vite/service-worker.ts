import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import { ALL_LANGUAGES, type FontName, type Language } from '#i18n/languages.ts'
import { LETTERS } from '#i18n/letters.ts'

type Stage = 'vital' | 'plan' | 'map' | 'later'
type ListedFile = { readonly url: string; readonly integrity: string }
type Bundle = Rolldown.OutputBundle

/** Files of `public/` that the shell needs; small, and without a hash in their names. */
const PUBLIC_VITAL = ['manifest.webmanifest', 'favicon.svg', 'icon-192.png'] as const

/**
 * After the build, sorts what was written into stages by what imports what, and bundles `src/sw/sw.ts` with that list into
 * one file `sw.js`. The version is the hash of the list, so an unchanged build gives an unchanged worker.
 */
export function serviceWorkerPlugin(root: string): Plugin {
  let outDir = resolve(root, 'dist')
  let stages = new Map<string, Stage>()
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir)
    },
    writeBundle: (_, bundle) => {
      stages = sortIntoStages(bundle)
    },
    closeBundle: {
      sequential: true,
      order: 'pre',
      handler: async () => {
        if (stages.size > 0) await buildWorker(root, outDir, listFiles(stages, outDir))
      },
    },
  }
}

/** A built file of this name, a dash and a hash: `locale-ja-…` is not `locale-ja-simple-…`. */
const isNamed = (file: string, name: string): boolean =>
  file.startsWith(`assets/${name}-`) && /^[\w-]{8}\.js$/.test(file.slice(`assets/${name}-`.length))

const isLocale = (file: string, tag: string): boolean => isNamed(file, `locale-${tag}`)

/** Words that everybody has on the device: those of the city, of who reads little Japanese, and of most others. */
const EVERYBODYS: readonly string[] = ['ja', 'ja-simple', 'en']

/** True for the built file of one of the letters of a script. */
const isLetters = (file: string, font: FontName): boolean =>
  LETTERS[font].some((letters) => {
    const name = letters.file.replace(/^.*\//, '').replace(/\.woff2$/, '')
    return file.startsWith(`assets/${name}-`) && file.endsWith('.woff2')
  })

/** Words and letters of the languages that are not everybody's, by tag; empty for those that were not built. */
export function filesOfLanguages(files: readonly string[]): Record<string, readonly string[]> {
  const filesOf = ({ tag, font }: Language) =>
    files.filter(
      (file) => isLocale(file, tag) || isPlanWords(file, tag) || isTerms(file, tag) || isLetters(file, font),
    )
  const rest = ALL_LANGUAGES.filter(({ tag }) => !EVERYBODYS.includes(tag))
  return Object.fromEntries(rest.map((language) => [language.tag, filesOf(language)]))
}

/** The page of the city's staff: no phone of a resident fetches it ahead. */
const isStaffPage = (chunk: Rolldown.OutputChunk): boolean =>
  /\/(staff\.html|src\/staff\/.*)$/.test(chunk.facadeModuleId ?? '')

/** Which stage each built file belongs to. A file that nothing of the first two stages needs is kept when it is used. */
export function sortIntoStages(bundle: Bundle): Map<string, Stage> {
  const vital = new Set<string>(['index.html'])
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  for (const chunk of chunks) {
    const isNeeded =
      chunk.isEntry || EVERYBODYS.some((tag) => isLocale(chunk.fileName, tag)) || isVitalPart(chunk)
    if (isNeeded && !isStaffPage(chunk)) addWithImports(bundle, chunk.fileName, vital)
  }
  const plan = new Set<string>()
  for (const chunk of chunks)
    if (
      isPlanDoor(chunk) ||
      isWaysDesk(chunk) ||
      EVERYBODYS.some((tag) => isPlanWords(chunk.fileName, tag) || isTerms(chunk.fileName, tag))
    )
      addWithImports(bundle, chunk.fileName, plan)
  for (const file of plan) for (const late of lateParts(bundle, file)) addWithImports(bundle, late, plan)
  for (const file of Object.keys(bundle)) if (isWaysWorker(file)) plan.add(file)
  const map = new Set<string>()
  for (const chunk of chunks) if (isMapDoor(chunk)) addWithImports(bundle, chunk.fileName, map)
  for (const file of Object.keys(bundle)) if (isMapWorker(file)) map.add(file)
  const stageOf = (file: string): Stage =>
    vital.has(file) ? 'vital' : plan.has(file) ? 'plan' : map.has(file) ? 'map' : 'later'
  return new Map(
    Object.keys(bundle)
      .filter((file) => !file.endsWith('.map'))
      .map((file) => [file, stageOf(file)]),
  )
}

/** Small parts that are loaded late and yet needed offline: the screens, and what talks to the worker. */
const isVitalPart = (chunk: Rolldown.OutputChunk): boolean =>
  chunk.isDynamicEntry &&
  !isMapDoor(chunk) &&
  !isPlanDoor(chunk) &&
  !/^assets\/(locale|plan-words|terms)-/.test(chunk.fileName) &&
  /\/src\/(app|features|ui|platform)\/|\/workbox-window\//.test(chunk.facadeModuleId ?? '')

const isPlanDoor = (chunk: Rolldown.OutputChunk): boolean =>
  /\/src\/app\/(plan-house|PlanScreens)\.tsx?$/.test(chunk.facadeModuleId ?? '')

const isTerms = (file: string, tag: string): boolean => isNamed(file, `terms-${tag}`)

const isPlanWords = (file: string, tag: string): boolean => isNamed(file, `plan-words-${tag}`)

/** What the screens of the plan fetch when it is first used (the reader of QR codes, of photos); the map's code is none of it. */
function lateParts(bundle: Bundle, file: string): readonly string[] {
  const output = bundle[file]
  if (output?.type !== 'chunk') return []
  return output.dynamicImports.filter((late) => {
    const chunk = bundle[late]
    return chunk?.type === 'chunk' && !isMapDoor(chunk)
  })
}

const isMapDoor = (chunk: Rolldown.OutputChunk): boolean =>
  /\/src\/map\/(index|interaction\/draw)\.ts$|\/node_modules\/(pmtiles|maplibre-gl)\//.test(
    chunk.facadeModuleId ?? '',
  )

/** The thread that finds ways on foot, and what the page does without it. */
const isWaysWorker = (file: string): boolean => /^assets\/ways-worker-.*\.js$/.test(file)

const isWaysDesk = (chunk: Rolldown.OutputChunk): boolean =>
  chunk.facadeModuleId?.endsWith('/src/domain/routes/ways-desk.ts') === true

const isMapWorker = (file: string): boolean => /^assets\/maplibre-gl-worker-.*\.m?js$/.test(file)

type ViteMetadata = { importedCss?: Set<string>; importedAssets?: Set<string> }

function addWithImports(bundle: Bundle, file: string, into: Set<string>): void {
  const output = bundle[file]
  if (into.has(file) || output?.type !== 'chunk') return
  into.add(file)
  const { importedCss, importedAssets } = (output as { viteMetadata?: ViteMetadata }).viteMetadata ?? {}
  for (const asset of [...(importedCss ?? []), ...(importedAssets ?? [])])
    if (!isMapWorker(asset) && !isWaysWorker(asset) && !asset.endsWith('.woff2')) into.add(asset)
  for (const next of output.imports) addWithImports(bundle, next, into)
}

type FileList = Record<Stage, ListedFile[]> & { languages: Record<string, ListedFile[]> }

function listFiles(stages: ReadonlyMap<string, Stage>, outDir: string): FileList {
  const listed = (file: string): ListedFile => {
    const hash = createHash('sha256')
      .update(readFileSync(join(outDir, file)))
      .digest('base64')
    return { url: file === 'index.html' ? './' : file, integrity: `sha256-${hash}` }
  }
  const byName = [...stages].sort(([a], [b]) => (a < b ? -1 : 1))
  const languages = Object.fromEntries(
    Object.entries(filesOfLanguages(byName.map(([file]) => file))).map(([tag, files]) => [
      tag,
      files.map(listed),
    ]),
  )
  const ofLanguages = new Set(Object.values(languages).flatMap((files) => files.map(({ url }) => url)))
  const inStage = (stage: Stage) =>
    byName.filter(([file, own]) => own === stage && !ofLanguages.has(file)).map(([file]) => listed(file))
  return {
    vital: [...inStage('vital'), ...PUBLIC_VITAL.map(listed)],
    plan: inStage('plan'),
    map: inStage('map'),
    later: inStage('later'),
    languages,
  }
}

async function buildWorker(root: string, outDir: string, list: FileList): Promise<void> {
  const version = createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 12)
  const isKill = process.env['KILL_SERVICE_WORKER'] === '1'
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    define: {
      __SHELL__: JSON.stringify({ version, ...list }),
      'process.env.NODE_ENV': JSON.stringify('production'),
    },
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/sw', isKill ? 'kill-switch.ts' : 'sw.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  })
}
