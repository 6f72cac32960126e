import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MACHINE, type Measure } from './print-measure.ts'

/** Tells the highest memory of the process that it is loaded into, when that ends. */
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak='+process.resourceUsage().maxRSS+'%5Cn'))"

/** Time and peak memory of building the pack of an area from files on disk, in a process of its own. */
export async function measureBuild(top: string, code: string, mirror: string): Promise<readonly Measure[]> {
  const out = mkdtempSync(join(tmpdir(), 'bench-packs-'))
  const args = ['scripts/build-data.ts', '--area', code, '--mirror', mirror, '--out', out]
  const started = performance.now()
  try {
    const stderr = await new Promise<string>((done, fail) => {
      const child = spawn(process.execPath, ['--import', TELL_MEMORY, '--import', 'tsx', ...args], {
        cwd: top,
      })
      let text = ''
      child.stderr.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      child.stdout.resume()
      child.on('error', fail)
      child.on('close', (exit) =>
        exit === 0 ? done(text) : fail(new Error(`the pack was not built: ${text}`)),
      )
    })
    const seconds = (performance.now() - started) / 1000
    const kilobytes = Number([...stderr.matchAll(/^peak=(\d+)$/gm)].at(-1)?.[1])
    const on = `pack ${code} from a mirror, one run; ${MACHINE}`
    return [
      { name: 'building the pack', value: seconds, unit: 's', on },
      { name: 'building the pack, peak memory', value: kilobytes / 1024, unit: 'MB', on },
    ]
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
