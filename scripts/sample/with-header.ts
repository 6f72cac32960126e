import { bytesOf } from './mirror-file.ts'
import type { MirrorFile } from './mirror-file.ts'
import type { Town } from './town.ts'

/** A header beside a file of the drop folder, but for what all of this town have in common; see docs/drawer.md. */
export type Header = Readonly<Record<string, unknown>> & {
  readonly title: { readonly ja: string; readonly en: string }
}

const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }

/** Two files of the drop folder `local/<code>/`: the data and its header. */
export function withHeader(town: Town, file: string, data: Uint8Array, header: Header): MirrorFile[] {
  const folder = `local/${town.code}`
  const whole = {
    ...header,
    publisher: { ja: '見本市（架空）', en: 'Mihon City (made up)' },
    credit: `「${header.title.ja}」（見本市・架空の町の見本データ）`,
    licence: LICENCE,
  }
  const name = file.slice(0, file.lastIndexOf('.'))
  return [
    [`${folder}/${file}`, data],
    [`${folder}/${name}.header.json`, bytesOf(`${JSON.stringify(whole, null, 2)}\n`)],
  ]
}
