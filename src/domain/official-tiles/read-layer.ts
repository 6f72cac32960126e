import type { UnavailableReason } from '../risk/hazard-answer.ts'
import type { Legend, Meaning } from './legends.ts'
import type { Picture } from './png.ts'

/**
 * What the official server said to the question for one picture. `none`: it has no such picture (404), which it says where
 * nothing is drawn. `failed`: no answer, or one that is not the picture.
 */
export type TileAnswer =
  | { readonly state: 'picture'; readonly picture: Picture }
  | { readonly state: 'none' }
  | { readonly state: 'failed' }

/** `found`: the meanings of the colours, each once. `trouble`: why there may be more, or other, than that; null = nothing was missed. */
export type LayerReading = {
  readonly found: readonly Meaning[]
  readonly trouble: Extract<UnavailableReason, 'notFetched' | 'colourUnknown'> | null
}

/**
 * Reads pixels of one layer by exact colour. A pixel that is wholly transparent means "nothing drawn"; its strength of
 * colour is otherwise of no account.
 */
export function readLayer(
  legend: Legend,
  parts: readonly { readonly answer: TileAnswer; readonly pixels: readonly number[] }[],
): LayerReading {
  const found = new Set<Meaning>()
  let isUnknown = false
  for (const { answer, pixels } of parts) {
    if (answer.state !== 'picture') continue
    for (const colour of coloursOf(answer.picture, pixels)) {
      const means = colour === null ? undefined : legend.get(colour)
      if (means === undefined) isUnknown = true
      else found.add(means)
    }
  }
  const isMissing = parts.length === 0 || parts.some(({ answer }) => answer.state === 'failed')
  return { found: [...found], trouble: isMissing ? 'notFetched' : isUnknown ? 'colourUnknown' : null }
}

/** The colours that are drawn there as `0xRRGGBB`, each once; null stands for a pixel that cannot be read. */
function coloursOf(picture: Picture, pixels: readonly number[]): ReadonlySet<number | null> {
  const colours = new Set<number | null>()
  for (const pixel of pixels) {
    const colour = picture.colourAt(pixel)
    if (colour === null) colours.add(null)
    else if (colour[3] > 0) colours.add((colour[0] << 16) | (colour[1] << 8) | colour[2])
  }
  return colours
}
