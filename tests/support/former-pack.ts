import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { HAZARD_KINDS } from '#domain/hazards/hazard-kind.ts'
import { PackManifest, type PackFile } from '#domain/packs/area-pack.ts'

/** The roles of files that a pack of version 1 could hold; of rank layers only those of its one hazard. */
const ROLES: readonly PackFile['role'][] = ['sites', 'places', 'outline', 'basemap', 'zones']

/**
 * A copy of the packs in which one area is as version 1 of the pack's shape had it: the largest flood of one river, without
 * what layers tell since version 2, and every other hazard as "not read yet".
 * @returns the folder of the copy
 */
export function formerPack(packs: string, code: string): string {
  const former = mkdtempSync(join(tmpdir(), 'former-packs-'))
  cpSync(packs, former, { recursive: true })
  const path = join(former, code, 'manifest.json')
  const manifest = v.parse(PackManifest, JSON.parse(readFileSync(path, 'utf8')))
  const flood = manifest.layers.find(({ draws, state }) => draws === 'flood-max' && state === 'built')
  if (flood === undefined) throw new Error(`the pack of ${code} has no floods`)
  const { kind, scenario, state, file, sources, asOf, missing } = flood
  const coverage = manifest.coverage.filter((entry) => entry.kind === 'flood')
  const ranks = [manifest.boundary, file, ...coverage.map((entry) => entry.file)]
  const others = HAZARD_KINDS.filter((one) => one !== 'flood').map((one) => ({
    id: `${one}-max`,
    kind: one,
    scenario: 'max',
    state: 'notBuilt',
    file: null,
    sources: [],
    asOf: null,
    missing: [],
  }))
  const { area, bounds, dataDate, boundary, sources: all, files } = manifest
  writeFileSync(
    path,
    JSON.stringify({
      schema: 1,
      area,
      bounds,
      dataDate,
      boundary,
      coverage,
      sources: all,
      layers: [{ id: 'flood-max', kind, scenario, state, file, sources, asOf, missing }, ...others],
      files: files.filter(({ role, name }) => ROLES.includes(role) || ranks.includes(name)),
    }),
  )
  const index = join(former, 'index.json')
  writeFileSync(index, JSON.stringify({ ...JSON.parse(readFileSync(index, 'utf8')), schema: 1 }))
  return former
}
