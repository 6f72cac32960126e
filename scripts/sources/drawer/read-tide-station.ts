import { readFile } from 'node:fs/promises'
import { constituents as predictable } from '@neaps/tide-predictor'
import * as v from 'valibot'
import { PackManifest, type PackSource } from '#domain/packs/area-pack.ts'
import { TideStation } from '#domain/tide/tide-station.ts'
import { Refusal } from '#scripts/lib/refusal.ts'

/** The id of the tide gauge among the pack's sources. */
export const TIDE_SOURCE = 'tide'

/** Whose constituents they are, as it will stand in the manifest. */
const About = v.omit(PackManifest.entries.sources.item, ['id', 'edition'])

/**
 * Reads `tide.json` of an area: the station, and under `about` whose constituents they are.
 * @param path the file; null is returned when there is none.
 * @throws Refusal that names the key and what is wrong with it.
 */
export async function readTideStation(
  path: string,
  code: string,
): Promise<{ readonly station: TideStation; readonly source: PackSource } | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const file = `data/areas/${code}/tide.json`
  const { about, ...station } = parseJson(text, file)
  const checked = check(TideStation, { ...station, source: TIDE_SOURCE }, file, '')
  checkConstituents(checked, file)
  return {
    station: checked,
    source: { id: TIDE_SOURCE, edition: null, ...check(About, about, file, 'about.') },
  }
}

function parseJson(text: string, file: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch (error) {
    throw new Refusal(`${file}: this is not JSON (${(error as Error).message})`)
  }
}

/** A name that the prediction does not know would be left out in silence, and the times would be wrong. */
function checkConstituents({ constituents }: TideStation, file: string): void {
  constituents.forEach(({ name }, index) => {
    if (!Object.hasOwn(predictable, name)) {
      throw new Refusal(`${file}: constituents: “${name}” is not a constituent that can be predicted`)
    }
    if (constituents.findIndex((other) => other.name === name) !== index) {
      throw new Refusal(`${file}: constituents: “${name}” stands twice`)
    }
  })
}

function check<T>(schema: v.GenericSchema<unknown, T>, value: unknown, file: string, prefix: string): T {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Refusal(`${file}: ${prefix}${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
}
