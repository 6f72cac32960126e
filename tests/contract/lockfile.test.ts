import { describe, expect, it } from 'vitest'
import { textOf } from '../support/source-files.ts'

type Entry = {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, Entry>> }
type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const lock = JSON.parse(textOf('package-lock.json')) as Lock
const manifest = JSON.parse(textOf('package.json')) as Manifest
const entries = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Whether a package wanted by `from` has an entry on the way up, as Node looks for it. */
function hasEntry(from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true
    if (folder === '') return false
  }
}

describe('the lock file', () => {
  it('has entries to look at', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(entries.length).toBeGreaterThan(100)
  })

  it('records no download address: any registry may serve, the hash decides', () => {
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
  })

  it('holds a sha512 of every package', () => {
    const weak = entries.filter(([, entry]) => entry.integrity?.startsWith('sha512-') !== true)
    expect(weak.map(([path]) => path)).toEqual([])
  })

  it('has an entry for every optional dependency, so that npm ci works on every platform', () => {
    const missing = entries.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).flatMap((name) =>
        hasEntry(path, name) ? [] : [`${path} wants ${name}`],
      ),
    )
    expect(missing).toEqual([])
  })
})

describe('package.json', () => {
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

  it('names exact versions only, the same as the lock file', () => {
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(
      all.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([])
  })

  it('has a reason in ARCHITECTURE.md for each package that reaches a phone, and no reason without a package', () => {
    const section = /## What we depend on\n([\s\S]*?)(\n## |$)/.exec(textOf('ARCHITECTURE.md'))?.[1] ?? ''
    const rows = [...section.matchAll(/^\| (`[^|]+`) +\| ([^|]+) \|/gm)]
    const named = rows.flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((name) => name[1] ?? ''),
    )
    expect([...named].sort()).toEqual(Object.keys(manifest.dependencies).sort())
    expect(rows.filter((row) => (row[2] ?? '').trim().length < 10)).toEqual([])
  })
})
