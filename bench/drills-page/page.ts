import { measureDrill, type DrillInput, type Spent } from '../drills/measure-drill.ts'

/** What a page is given: the input as JSON, bytes as Base64. */
export type DrillPageInput = Pick<DrillInput, 'manifest'> & {
  readonly files: Readonly<Record<string, string>>
  readonly series: Readonly<Record<string, string>>
}

const bytesOf = (texts: Readonly<Record<string, string>>): Record<string, Uint8Array<ArrayBuffer>> =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0),
    ]),
  )

/** Measures in this page. */
const measure = ({ manifest, files, series }: DrillPageInput): Promise<readonly Spent[]> =>
  Promise.resolve(measureDrill({ manifest, files: bytesOf(files), series: bytesOf(series) }))

Object.assign(globalThis, { measure })
