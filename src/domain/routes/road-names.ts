import type { ByteReader } from '../water/byte-reader.ts'
import type { RoadName } from './graph.ts'
import { MOST_NAMES } from './graph-format.ts'

/** Letters of a name or a number of a road that are kept. */
export const LONGEST_NAME = 100

/** The names of a graph as the lines of its file; the first entry (no name) has none. Tabs and line ends become spaces. */
export const roadNamesText = (names: readonly (RoadName | null)[]): string =>
  names
    .slice(1)
    .map((name) => [name?.ja ?? '', ...(name?.ref == null ? [] : [name.ref])].map(oneLine).join('\t'))
    .join('\n')

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, LONGEST_NAME)

/** Reads the names of a graph file. @returns null when they are no text, or too many. */
export function readRoadNames(reader: ByteReader): (RoadName | null)[] | null {
  const length = reader.varint()
  const bytes: number[] = []
  for (let i = 0; i < length && !reader.isBad; i += 1) bytes.push(reader.byte())
  if (reader.isBad) return null
  if (length === 0) return [null]
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
  const lines = text.split('\n')
  return lines.length > MOST_NAMES ? null : [null, ...lines.map(nameIn)]
}

function nameIn(line: string): RoadName {
  const [ja = '', ref = null] = line.split('\t')
  return { ja, ref }
}

/** `TextDecoder` is no browser matter: every JavaScript engine that runs this has it; only its types live with the DOM. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }
