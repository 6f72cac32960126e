#!/usr/bin/env node
/**
 * `npm start`: from a fresh clone to the app on http://localhost:4173. Installs, gets or builds the data of the configured
 * municipality, builds the app and serves it. What is there already is used again; `npm start -- --refresh` makes it anew.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { bin, install, requireNode, run, TOP } from './fresh-machine.mjs'

const PACKS = join(TOP, 'public', 'packs')
const SAMPLE = { code: '99201', mirror: join(TOP, '.cache', 'sample-mirror') }
/** Seconds that an official server has for its first answer. */
const QUICK_DEADLINE = 15
/** Seconds for fetching and building everything before the sample town is opened instead. */
const DATA_DEADLINE = 900
const FIRST_PORT = 4173

const refresh = process.argv.includes('--refresh')

/** @param {string} sentence */
function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** The code of the municipality: env AREA, else `config.area` of package.json. */
function configuredArea() {
  const { config } = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8'))
  const code = String(process.env['AREA'] ?? config?.area ?? '41207')
  return /^\d{5}$/.test(code)
    ? code
    : giveUp(`AREA must be a code of five digits such as 41207; it is "${code}".`)
}

/** The version of the packs that this program writes: older ones are built anew. */
const PACK_SCHEMA = Number(
  /PACK_SCHEMA = (\d+)/.exec(readFileSync(join(TOP, 'src', 'domain', 'packs', 'area-pack.ts'), 'utf8'))?.[1],
)

/**
 * What the packs built so far say of an area.
 * @param {string | undefined} code
 * @returns {'none' | 'sitesOnly' | 'whole'}
 */
function builtPack(code) {
  try {
    const index = JSON.parse(readFileSync(join(PACKS, 'index.json'), 'utf8'))
    const area = index.areas.find((/** @type {{ code: string }} */ one) => one.code === code)
    const manifest = join(PACKS, String(code), 'manifest.json')
    if (area === undefined || !existsSync(manifest)) return 'none'
    if (JSON.parse(readFileSync(manifest, 'utf8')).schema !== PACK_SCHEMA) return 'none'
    return area.hasHazards ? 'whole' : 'sitesOnly'
  } catch {
    return 'none'
  }
}

/** @param {readonly string[]} args */
const buildData = (args) => run(bin('tsx'), ['scripts/build-data.ts', ...args], { deadline: DATA_DEADLINE })

async function buildSampleTown() {
  if (!refresh && builtPack(SAMPLE.code) === 'whole') return
  const made = await run(bin('tsx'), ['scripts/make-sample.ts'])
  if (made.code !== 0) giveUp('The sample town could not be made; see above.')
  const built = await buildData(['--area', SAMPLE.code, '--mirror', SAMPLE.mirror])
  if (built.code !== 0) giveUp('The pack of the sample town could not be built; see above.')
}

/** @param {string | undefined} code */
async function ensureData(code) {
  const before = builtPack(code)
  if (!refresh && before === 'whole') return
  if (!refresh && before === 'sitesOnly' && builtPack(SAMPLE.code) === 'whole') {
    console.log(
      `Using the sample town and the sites of ${code}; "npm start -- --refresh" asks the official servers again.`,
    )
    return
  }
  console.log(`Getting the open data of ${code} from the official servers …`)
  const patience = ['--quick-deadline', String(QUICK_DEADLINE)]
  await buildData(['--area', String(code), ...patience, ...(refresh ? ['--refresh'] : [])])
  if (builtPack(code) === 'whole') return
  console.log(
    `The official hazard data of ${code} could not be had, so the app opens with the made-up sample town 見本市 (Mihon City).`,
  )
  await buildSampleTown()
}

/**
 * The time of the newest file in a folder, in milliseconds.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const facts = statSync(path)
  if (!facts.isDirectory()) return facts.mtimeMs
  const names = readdirSync(path).filter((name) => name !== 'packs')
  return Math.max(0, ...names.map((name) => newest(join(path, name))))
}

async function ensureApp() {
  const made = join(TOP, 'dist', 'index.html')
  const sources = ['src', 'public', 'scripts/vite', 'index.html', 'vite.config.ts', 'package-lock.json']
  const newestSource = Math.max(...sources.map((name) => newest(join(TOP, name))))
  if (!refresh && existsSync(made) && statSync(made).mtimeMs > newestSource) return
  const { code } = await run(bin('vite'), ['build', '--logLevel', 'warn'])
  if (code !== 0) giveUp('The app could not be built; see above.')
}

/**
 * Whether nobody answers on a port and we may listen there.
 * @param {number} port
 */
async function isFree(port) {
  const answered = await new Promise((done) => {
    const socket = connect({ port, host: 'localhost', timeout: 1000 })
    const end = (/** @type {boolean} */ taken) => {
      socket.destroy()
      done(taken)
    }
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(true))
  })
  if (answered) return false
  return new Promise((done) => {
    const server = createServer()
    server.on('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })
}

async function freePort() {
  const wanted = Number(process.env['PORT'] ?? FIRST_PORT)
  for (let port = wanted; port < wanted + 50; port += 1) {
    if (!(await isFree(port))) continue
    if (port !== wanted) console.log(`Port ${wanted} is taken, so another is used: ${port}.`)
    return port
  }
  return giveUp(`No free port between ${wanted} and ${wanted + 49}: name one in the variable PORT.`)
}

async function main() {
  requireNode()
  if ((await install()) !== 0) giveUp('The packages could not be installed; see what npm says above.')
  await ensureData(configuredArea())
  await ensureApp()
  const port = await freePort()
  const server = spawn(bin('tsx'), ['scripts/serve.ts', '--port', String(port), '--packs', PACKS], {
    cwd: TOP,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'))
  server.on('exit', (code) => process.exit(code ?? 0))
}

await main()
