import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { withStore } from './lib/feed-store.ts'
import { createHandler, listen, stop } from './serve.ts'

const TOP = resolve(import.meta.dirname, '..')
const SAMPLE = { code: '99201', mirror: join('.cache', 'sample-mirror') }
const PASSPHRASE = 'this town does not exist'

const USAGE = `Try the whole way of a closure on one machine: staff page → signed feed → app.

  npm run publish:demo -- [--port 4180] [--dir dist] [--packs public/packs] [--feeds FOLDER]

  --feeds   keeps what is published there; absent = a folder that is gone at the end`

/** `npm run publish:demo`: the built app with the sample town, and a store that takes PUT, on 127.0.0.1 only. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4180' },
      dir: { type: 'string', default: 'dist' },
      packs: { type: 'string', default: join('public', 'packs') },
      feeds: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) return console.log(USAGE)
  const [dir, packs] = [resolve(TOP, values.dir), resolve(TOP, values.packs)]
  if (!isPackThere(packs)) await buildSampleTown(packs)
  if (!existsSync(join(dir, 'staff.html'))) await run('vite', ['build', '--outDir', dir])
  const own = values.feeds === undefined ? mkdtempSync(join(tmpdir(), 'publish-demo-')) : null
  const feeds = own ?? resolve(values.feeds ?? '')
  const server = createServer(withStore(createHandler({ dir, packs, feeds }), feeds))
  const port = await listen(server, Number(values.port))
  console.log(told(port, feeds))
  const end = () => {
    void stop(server).then(() => {
      if (own !== null) rmSync(own, { recursive: true, force: true })
      process.exit(0)
    })
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

const told = (port: number, feeds: string): string =>
  `The app:         http://localhost:${port}/?area=${SAMPLE.code}
The staff page:  http://localhost:${port}/staff.html?area=${SAMPLE.code}

Key of the first officer:   ${join('data', 'demo-keys', 'demo-one.pem')}
Key of the second officer:  ${join('data', 'demo-keys', 'demo-two.pem')}   (another browser profile)
Passphrase of both:         ${PASSPHRASE}

What is published lies in ${feeds} (stop with Ctrl+C)`

function isPackThere(packs: string): boolean {
  const index = join(packs, 'index.json')
  if (!existsSync(index) || !existsSync(join(packs, SAMPLE.code, 'manifest.json'))) return false
  const { areas } = readJson(index) as { areas: readonly { code: string }[] }
  const { files } = readJson(join(packs, SAMPLE.code, 'manifest.json')) as {
    files: readonly { role: string }[]
  }
  // A pack of before the roads were in it shows nothing of what this is for.
  return areas.some(({ code }) => code === SAMPLE.code) && files.some(({ role }) => role === 'graph')
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

async function buildSampleTown(packs: string): Promise<void> {
  console.log('The sample town is made first; that takes a minute or two.')
  await run('tsx', ['scripts/make-sample.ts'])
  await run('tsx', [
    'scripts/build-data.ts',
    '--area',
    SAMPLE.code,
    '--mirror',
    SAMPLE.mirror,
    '--out',
    packs,
  ])
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(join(TOP, 'node_modules', '.bin', program), args, { cwd: TOP, stdio: 'inherit' })
    child.once('error', fail)
    child.once('exit', (code) =>
      code === 0 ? done() : fail(new Error(`${program} ${args[0] ?? ''} ended with ${code}`)),
    )
  })
}

await main().catch((error: unknown) => {
  const { code } = error as { code?: string }
  console.error(code === 'EADDRINUSE' ? 'The port is taken: choose another with --port' : String(error))
  process.exitCode = 1
})
