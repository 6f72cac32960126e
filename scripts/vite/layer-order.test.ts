import { expect, it } from 'vitest'
import { textOf } from '#tests/support/source-files.ts'
import { layerOrder } from './layer-order.ts'

it('is what the tokens state, and a sheet without it is refused', () => {
  expect(layerOrder(textOf('src/ui/tokens.css'))).toBe('@layer reset, tokens, base, ui, features, print;')
  expect(() => layerOrder('@layer tokens { :root { color: red } }')).toThrow(/orders the layers/)
})
