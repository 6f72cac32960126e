import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import sirv from 'sirv'
import { headersFor, parseHeadersFile } from './lib/headers-file.ts'

export type ServeOptions = {
  /** The built app. */
  readonly dir: string
  /** A folder of packs that stands in for `<dir>/packs`. */
  readonly packs?: string
  /** A folder with what a city publishes, `<code>/closures.json` and so on, as `/feeds/`; absent = `<dir>/feeds`. */
  readonly feeds?: string
  /** 0 = any free port. */
  readonly port: number
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/**
 * The built app as a static host should serve it: compressed copies where the browser takes them, the headers of
 * `_headers`, and 404 for what is not there. There is no page in place of missing data: only the folder itself is the page.
 */
export function createHandler({ dir, packs, feeds }: Omit<ServeOptions, 'port'>): Handler {
  const rules = readRules(join(dir, '_headers'))
  const folders = [
    { under: '/packs/', folder: resolve(packs ?? join(dir, 'packs')), markOf: markByDate },
    { under: '/feeds/', folder: resolve(feeds ?? join(dir, 'feeds')), markOf: markByContent },
  ]
  const files = sirv(dir, { brotli: true, gzip: true, etag: true, dev: false })
  return (request, response) => {
    const path = pathOf(request)
    if (path === null || (request.method !== 'GET' && request.method !== 'HEAD'))
      return refuse(response, path === null ? 400 : 405)
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value)
    const data = folders.find(({ under }) => path.startsWith(under))
    if (data !== undefined) {
      const file = fileIn(data.folder, path.slice(data.under.length))
      return file === null ? refuse(response, 404) : sendData(file, data.markOf(file), request, response)
    }
    if (path === '/_headers' || /\.(br|gz)$/.test(path)) return refuse(response, 404)
    files(request, response, () => refuse(response, 404))
  }
}

function readRules(path: string): ReturnType<typeof parseHeadersFile> {
  return existsSync(path) ? parseHeadersFile(readFileSync(path, 'utf8')) : []
}

function pathOf(request: IncomingMessage): string | null {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.end(`${status}\n`)
}

/** The file of this name in a folder, or null: nothing outside it is ever sent. */
function fileIn(folder: string, name: string): string | null {
  const path = join(folder, name)
  const isThere = existsSync(path) && realpathSync(path).startsWith(realpathSync(folder) + sep)
  return isThere && statSync(path).isFile() ? path : null
}

function markByDate(path: string): string {
  const { size, mtimeMs } = statSync(path)
  return `W/"${size}-${mtimeMs}"`
}

/** Feeds are small, and a mark that stood for two issues would keep a phone on the older one. */
const markByContent = (path: string): string =>
  `"${createHash('sha256').update(readFileSync(path)).digest('hex')}"`

/** Packs and feeds are read anew for each request, as they may be rebuilt meanwhile, and sent as they are, never as transport gzip. */
function sendData(path: string, etag: string, request: IncomingMessage, response: ServerResponse): void {
  const { size } = statSync(path)
  response.setHeader('ETag', etag)
  response.setHeader('Content-Type', path.endsWith('.json') ? 'application/json' : 'application/octet-stream')
  if (request.headers['if-none-match'] === etag) {
    response.statusCode = 304
    response.end()
    return
  }
  response.setHeader('Content-Length', size)
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(path)
      .on('error', () => response.destroy())
      .pipe(response)
}

/**
 * Serves on this machine only (127.0.0.1).
 * @returns the address, ending in a slash, and a way to stop. Rejects when the port is taken or there is no build in `dir`.
 */
export async function startServer(
  options: ServeOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(join(options.dir, 'index.html')))
    throw new Error(`No built app in ${options.dir}: run "npm run build" first`)
  const server = createServer(createHandler(options))
  const port = await listen(server, options.port)
  return { url: `http://localhost:${port}/`, close: () => stop(server) }
}

/** Listens on 127.0.0.1. @returns the port, also when `port` was 0 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail)
      done((server.address() as AddressInfo).port)
    })
  })
}

/** Stops a server at once, open connections too. */
export function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4173' },
      dir: { type: 'string', default: 'dist' },
      packs: { type: 'string' },
      feeds: { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port: "${values.port}" is not a port`)
  const { url } = await startServer({
    dir: values.dir,
    port,
    ...(values.packs === undefined ? {} : { packs: values.packs }),
    ...(values.feeds === undefined ? {} : { feeds: values.feeds }),
  })
  console.log(`Serving ${values.dir} on ${url} (stop with Ctrl+C)`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error: unknown) => {
    const code = (error as { code?: string }).code
    console.error(code === 'EADDRINUSE' ? 'The port is taken: choose another with --port' : String(error))
    process.exitCode = 1
  })
}
