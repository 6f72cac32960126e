/**
 * `npm run data -- --area CODE [--mirror DIR] [--basemap FILE] [--out DIR] [--refresh] [--quick-deadline SECONDS]`
 * Builds the pack of a municipality from the official open data. Exit 0 = built, 1 = not built, 2 = a wrong request.
 *
 * The steps, in order (`scripts/steps/build-pack.ts`): boundary, zones of each hazard, sites, base map, the city’s own files;
 * then the ways on foot, the files of the pack, its manifest and its report.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createProgress } from './lib/progress.ts'
import { Refusal } from './lib/refusal.ts'
import { buildPack, type BuildOptions, type BuildResult } from './steps/build-pack.ts'

const ROOT = resolve(import.meta.dirname, '..')
const USAGE =
  'usage: npm run data -- --area CODE [--mirror DIR] [--basemap FILE] [--out DIR] [--refresh] [--quick-deadline SECONDS]'

function readArguments(args: readonly string[]): BuildOptions {
  const { values } = parse(args)
  if (values.area === undefined) throw new Refusal(`--area is missing; ${USAGE}`, 2)
  const deadline = values['quick-deadline']
  if (deadline !== undefined && !(Number(deadline) > 0)) {
    throw new Refusal(`--quick-deadline ${deadline}: expected a number of seconds`, 2)
  }
  return {
    area: values.area,
    root: ROOT,
    out: resolve(values.out ?? resolve(ROOT, 'public', 'packs')),
    mirror: values.mirror === undefined ? undefined : resolve(values.mirror),
    basemap: values.basemap === undefined ? undefined : resolve(values.basemap),
    refresh: values.refresh,
    quickDeadline: deadline === undefined ? undefined : Number(deadline),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        area: { type: 'string' },
        mirror: { type: 'string' },
        basemap: { type: 'string' },
        out: { type: 'string' },
        refresh: { type: 'boolean' },
        'quick-deadline': { type: 'string' },
      },
    })
  } catch (error) {
    throw new Refusal(`${(error as Error).message}; ${USAGE}`, 2)
  }
}

function summary({ report, manifest, unreachable, written, directory }: BuildResult): string[] {
  const hosts = unreachable.length === 0 ? [] : [`no answer from ${unreachable.join(', ')}`]
  if (!written)
    return [...hosts, `kept the pack that was in ${directory}: it holds more than could be had now`]
  const { area, dataDate } = manifest
  return [
    ...hosts,
    ...report.absent.map((line) => `not in the pack: ${line}`),
    `pack ${area.code} ${area.name['ja'] ?? ''}: ${(report.bytes.total / 1000).toFixed(0)} kB, data of ${dataDate ?? 'unknown date'}, in ${directory}`,
  ]
}

async function main(): Promise<void> {
  const cancel = new AbortController()
  process.once('SIGINT', () => cancel.abort(new Refusal('cancelled; nothing was written')))
  process.once('SIGTERM', () => cancel.abort(new Refusal('cancelled; nothing was written')))
  const progress = createProgress(process.stdout)
  try {
    const started = performance.now()
    const result = await buildPack({
      ...readArguments(process.argv.slice(2)),
      progress,
      signal: cancel.signal,
    })
    for (const line of summary(result)) progress.line(line)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    // resourceUsage tells kilobytes.
    progress.line(
      `took ${seconds} s, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory`,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  }
}

await main()
