import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as v from 'valibot'
import { PackManifest, type PackFile } from '#domain/packs/area-pack.ts'
import { Sites } from '#domain/shelters/site.ts'

const sha256 = (bytes: Buffer, form: 'hex' | 'base64'): string =>
  createHash('sha256').update(bytes).digest(form)

function copyOf(folder: string, name: string): string {
  const copy = mkdtempSync(join(tmpdir(), `${name}-`))
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** The mark by which a page of `nextApp` is known: `<meta name="generation" content="next">`. */
export const NEXT_MARK = 'meta[name="generation"][content="next"]'

/** A copy of a built app as the next version would be: another page, and a service worker that lists it. */
export function nextApp(dist: string): string {
  const next = copyOf(dist, 'next-app')
  const page = join(next, 'index.html')
  const before = readFileSync(page)
  const after = Buffer.from(
    before
      .toString()
      .replace('<meta charset', '<meta name="generation" content="next" />\n    <meta charset'),
  )
  const worker = join(next, 'sw.js')
  const program = readFileSync(worker, 'utf8')
  const changed = program
    .replace(sha256(before, 'base64'), sha256(after, 'base64'))
    .replace(/version:(["'`])[0-9a-f]{12}/, 'version:$1abcdefabcdef')
  if (changed.length !== program.length || changed === program)
    throw new Error('sw.js does not list the page any more')
  writeFileSync(page, after)
  writeFileSync(worker, changed)
  for (const name of ['index.html', 'sw.js'])
    for (const form of ['br', 'gz']) rmSync(join(next, `${name}.${form}`), { force: true })
  return next
}

export type NextPack = {
  readonly packs: string
  /** The new name of a site. */ readonly name: string
  readonly file: string
}

/** A copy of the packs in which one site of an area has another name: a newer pack, whole and with true hashes. */
export function nextPack(packs: string, code: string): NextPack {
  const next = copyOf(packs, 'next-packs')
  const path = join(next, code, 'manifest.json')
  const manifest = v.parse(PackManifest, JSON.parse(readFileSync(path, 'utf8')))
  const old = manifest.files.find((file) => file.role === 'sites')
  if (old === undefined) throw new Error(`the pack of ${code} has no sites`)
  const sites = v.parse(Sites, JSON.parse(gunzipSync(readFileSync(join(next, code, old.name))).toString()))
  const [first, ...rest] = sites
  if (first === undefined) throw new Error(`the list of sites of ${code} is empty`)
  const name = '新しい避難所'
  const text = Buffer.from(JSON.stringify([{ ...first, name: { ja: name, kana: null, en: null } }, ...rest]))
  const bytes = gzipSync(text, { level: 9 })
  const hash = sha256(bytes, 'hex')
  const file: PackFile = {
    ...old,
    name: `sites-${hash.slice(0, 12)}.json.packed`,
    bytes: bytes.length,
    rawBytes: text.length,
    sha256: hash,
  }
  const files = manifest.files.map((one) => (one.name === old.name ? file : one))
  writeFileSync(join(next, code, file.name), bytes)
  rmSync(join(next, code, old.name))
  writeFileSync(path, JSON.stringify({ ...manifest, files }))
  return { packs: next, name, file: file.name }
}
