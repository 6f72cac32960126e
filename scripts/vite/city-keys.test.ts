import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseKeyRing } from '#domain/feeds/key-ring.ts'
import { aRing, ringBytes } from '#tests/support/a-signed-feed.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'
import { TOP } from '#tests/support/source-files.ts'
import { cityKeysPlugin, readCityKeys } from './city-keys.ts'

const put = (folder: string, name: string, bytes: string | Uint8Array): string => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), bytes)
  return folder
}
const AREA = aRing().area

describe('the pinned lists of keys', () => {
  it('are those of the repository, and each holds', () => {
    const lists = readCityKeys([join(TOP, 'keys')])
    expect(Object.keys(lists)).toContain('99201')
    const ring = parseKeyRing(new TextEncoder().encode(lists['99201']))
    expect(ring.ok && ring.value.keys.map(({ role }) => role)).toEqual(['root', 'feed', 'feed', 'feed'])
  })

  it('come byte by byte as they are published', async () => {
    const text = `  ${new TextDecoder().decode(ringBytes(aRing()))}\n\n`
    expect(readCityKeys([put(await temporaryFolder(), `${AREA}.json`, text)])[AREA]).toBe(text)
  })

  it('are added to, and replaced, by a later folder', async () => {
    const [one, other] = [await temporaryFolder(), await temporaryFolder()]
    put(one, `${AREA}.json`, ringBytes(aRing()))
    put(other, `${AREA}.json`, ringBytes(aRing(undefined, { sequence: 2 })))
    put(other, '12345.json', ringBytes(aRing(undefined, { area: '12345' })))
    const lists = readCityKeys([one, other])
    expect(Object.keys(lists).toSorted()).toEqual(['12345', AREA])
    expect(lists[AREA]).toContain('"sequence":2')
  })

  it.each([
    ['no JSON', `${AREA}.json`, '{', 'is no list of keys'],
    ['no keys', `${AREA}.json`, JSON.stringify({ ...aRing(), keys: [] }), 'is no list of keys'],
    ['another area', '12345.json', ringBytes(aRing()), 'the name of the file is its area'],
  ])('%s: stop the build with one sentence', async (_, name, bytes, says) => {
    const folder = put(await temporaryFolder(), name, bytes)
    expect(() => readCityKeys([folder])).toThrow(says)
    expect(() => readCityKeys([folder])).toThrow(name)
  })

  it('are missed when the folder is', async () => {
    const folder = await temporaryFolder()
    expect(() => readCityKeys([join(folder, 'none')])).toThrow('is not there')
  })

  it('are one module of the app', async () => {
    const plugin = cityKeysPlugin(TOP, put(await temporaryFolder(), `${AREA}.json`, ringBytes(aRing())))
    const call = (hook: unknown, id: string) => (hook as (id: string) => string | null).call(plugin, id)
    const id = call(plugin.resolveId, 'virtual:city-keys')
    expect(call(plugin.resolveId, './other.ts')).toBeNull()
    const code = call(plugin.load, id ?? '') ?? ''
    const lists = JSON.parse(code.replace('export const CITY_KEYS = ', '')) as Record<string, string>
    expect(Object.keys(lists).toSorted()).toEqual([AREA, '99201'].toSorted())
    expect(call(plugin.load, './other.ts')).toBeNull()
  })
})
