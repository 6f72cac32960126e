import { cp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import type { HazardKind, Scenario } from '#domain/hazards/hazard-kind.ts'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { Area } from '#domain/packs/area.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import type { HazardAnswer } from '#domain/risk/hazard-answer.ts'
import { openPack } from '#scripts/lib/open-pack.ts'
import { buildPack } from '#scripts/steps/build-pack.ts'
import type { PackReport } from '#scripts/steps/pack-report.ts'
import { aBoundaryZip, boundaryPath, MADE_UP, writeMirror } from './a-mirror.ts'
import { temporaryFolder } from './temporary-folder.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')

/** A pack built by the real steps, opened. */
export type MadeUpPack = {
  readonly manifest: PackManifest
  readonly report: PackReport
  readonly area: Area
  /** Folder of the pack. */
  readonly directory: string
  answer(kind: HazardKind, at: LngLat, scenario?: Scenario): HazardAnswer | undefined
}

/** A repository with the real manifests of the sources and nothing kept by hand. */
export async function aRoot(): Promise<string> {
  const root = await temporaryFolder()
  await cp(join(REPOSITORY, 'data', 'sources'), join(root, 'data', 'sources'), { recursive: true })
  return root
}

/**
 * Builds the made-up municipality from the given files of a mirror (by path) and opens the pack.
 * @param facts files of `data/areas/<code>/` by name.
 */
export async function buildMadeUp(
  files: Readonly<Record<string, string | Uint8Array>>,
  facts: Readonly<Record<string, string>> = {},
  code: string = MADE_UP.code,
): Promise<MadeUpPack> {
  const root = await aRoot()
  const mirror = await writeMirror(await temporaryFolder(), { [boundaryPath]: aBoundaryZip(), ...files })
  await writeMirror(join(root, 'data', 'areas', code), facts)
  const out = join(root, 'packs')
  const { manifest, report, directory } = await buildPack({ area: code, root, out, mirror })
  const opened = await openPack(out, code)
  if (!opened.ok) throw new Error(opened.detail)
  const area = opened.value
  const answer: MadeUpPack['answer'] = (kind, at, scenario = 'max') =>
    assessRisk(area, at).hazards.find((one) => one.kind === kind && one.scenario === scenario)
  return { manifest, report, area, directory, answer }
}
