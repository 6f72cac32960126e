import { createExpression, type FormattedSection } from '@maplibre/maplibre-gl-style-spec'
import { expect, it } from 'vitest'
import type { MapNames, MapView } from '../map-view.ts'
import { fontFaces } from './band.ts'
import { nameAlong, nameFor } from './names.ts'

const viewOf = (names: Partial<MapNames>) =>
  ({ names: { keys: [], kana: false, letters: [], ...names } }) as unknown as MapView

/** What MapLibre writes for a feature: each piece and its size. */
function written(
  expression: unknown,
  properties: Record<string, string>,
): readonly (readonly [string, number])[] {
  const made = createExpression(expression, 'layers[0].layout.text-field')
  if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join())
  const value: unknown = made.value.evaluate({ zoom: 14 }, { type: 'Point', properties } as never)
  if (typeof value === 'string') return [[value, 1]]
  return (value as { sections: FormattedSection[] }).sections.map(({ text, scale }) => [text, scale ?? 1])
}

const ENGLISH = viewOf({ keys: ['name:en', 'name:latin'] })
const EASY = viewOf({ kana: true })
const STATION = { name: '肥前鹿島駅', 'name:latin': 'Hizen-Kashima-eki', 'name:kana': 'ひぜんかしまえき' }

it("writes the reader's name with the Japanese name under it", () => {
  expect(written(nameFor(ENGLISH), STATION).map(([text]) => text)).toEqual([
    'Hizen-Kashima-eki',
    '\n',
    '肥前鹿島駅',
  ])
  expect(written(nameFor(ENGLISH), { ...STATION, 'name:en': 'Hizen-Kashima Station' })[0]?.[0]).toBe(
    'Hizen-Kashima Station',
  )
  expect(written(nameFor(ENGLISH), { name: '浜' })).toEqual([['浜', 1]])
  expect(written(nameFor(ENGLISH), { name: 'JR', 'name:en': 'JR' })).toEqual([['JR', 1]])
})

it('writes the reading above the characters, where it is known', () => {
  expect(written(nameFor(EASY), STATION)).toEqual([
    ['ひぜんかしまえき', 0.7],
    ['\n', 1],
    ['肥前鹿島駅', 1],
  ])
  expect(written(nameFor(EASY), { name: '浜' })).toEqual([['浜', 1]])
  expect(written(nameFor(viewOf({})), STATION)).toEqual([['肥前鹿島駅', 1]])
})

it('keeps to one line along a road or a river', () => {
  expect(
    written(nameAlong(ENGLISH), STATION)
      .map(([text]) => text)
      .join(''),
  ).toBe('Hizen-Kashima-eki  肥前鹿島駅')
  expect(written(nameAlong(EASY), STATION)).toEqual([['肥前鹿島駅', 1]])
})

it('declares letters of both weights, the right weight first, and nothing where the device has them', () => {
  const letters = [
    { url: 'a-400', weight: '400', ranges: ['U+1000-104F'] },
    { url: 'a-700', weight: '700', ranges: ['U+1000-104F'] },
  ] as const
  const faces = fontFaces(viewOf({ letters }))['font-faces']
  expect(faces?.['Regular']).toEqual([
    { url: 'a-400', 'unicode-range': ['U+1000-104F'] },
    { url: 'a-700', 'unicode-range': ['U+1000-104F'] },
  ])
  expect(faces?.['Bold']).toMatchObject([{ url: 'a-700' }, { url: 'a-400' }])
  expect(fontFaces(viewOf({}))).toEqual({})
})
