/**
 * What `npm start` and `npm test` need on a machine that has only git, Node and npm. Plain Node: nothing here may be
 * imported that has to be installed first.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The top of the repository. */
export const TOP = resolve(import.meta.dirname, '..')

/** The lowest Node on which the project is tested. */
const NODE = [20, 19]

/** Ends the program with one sentence when Node is too old to go on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > (NODE[0] ?? 0) || (major === NODE[0] && minor >= (NODE[1] ?? 0))) return
  console.error(`Node ${NODE.join('.')} or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/**
 * Runs a program at the top of the repository.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, deadline?: number }} [options] `quiet` keeps the output and
 *   gives it back instead of printing it; `deadline` in seconds, after which the program is ended
 * @returns {Promise<{ code: number, output: string, seconds: number, lateness: boolean }>}
 */
export function run(program, args, { env = {}, quiet = false, deadline } = {}) {
  const started = performance.now()
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: TOP,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    let output = ''
    let lateness = false
    const timer =
      deadline === undefined
        ? undefined
        : setTimeout(() => {
            lateness = true
            child.kill('SIGTERM')
          }, deadline * 1000)
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)))
    const end = (/** @type {number} */ code) => {
      clearTimeout(timer)
      done({ code, output, seconds: (performance.now() - started) / 1000, lateness })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

/**
 * The path of a program that came with the packages.
 * @param {string} name
 */
export const bin = (name) => join(TOP, 'node_modules', '.bin', name)

/**
 * @typedef {{ integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Entry
 * @param {string} path
 * @returns {Record<string, Entry> | null}
 */
function packagesOf(path) {
  if (!existsSync(path)) return null
  const { packages } = JSON.parse(readFileSync(path, 'utf8'))
  return packages
}

/** True when node_modules holds exactly what the lock file names (optional packages of other platforms left aside). */
export function isInstalled() {
  const wanted = packagesOf(join(TOP, 'package-lock.json'))
  const here = packagesOf(join(TOP, 'node_modules', '.package-lock.json'))
  if (wanted === null || here === null) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const installed = here[path]
    if (installed === undefined) return entry.optional === true
    return installed.integrity === entry.integrity && existsSync(join(TOP, path))
  })
}

/** Installs the packages of the lock file, unless they are there. Returns the exit code of npm. */
export async function install() {
  if (isInstalled()) return 0
  console.log('Installing the packages of package-lock.json …')
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund'])
  return code
}
