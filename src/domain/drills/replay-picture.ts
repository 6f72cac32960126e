import { WATER_CLASSES } from './replay.ts'

/** A colour for each of `WATER_CLASSES`, in their order: red, green, blue and opacity, 0…255. */
export type WaterColours = readonly (readonly [red: number, green: number, blue: number, opacity: number])[]

/**
 * Paints the classes of a frame (`fillWater`) into a picture of one pixel a cell, for a canvas or an image of the map. The rows of a
 * series go from south to north, those of a picture from top to bottom: the picture has them turned round.
 * @param rgba four bytes a cell, used again for each frame; throws when it has another size, or `columns` does not divide the cells
 */
export function paintWater(
  classes: Uint8Array,
  columns: number,
  colours: WaterColours,
  rgba: Uint8ClampedArray<ArrayBuffer>,
): void {
  const rows = classes.length / columns
  if (!Number.isInteger(rows)) throw new RangeError('columns: not of these cells')
  if (rgba.length !== classes.length * 4) throw new RangeError('rgba: not four bytes for each cell')
  const palette = paletteOf(colours)
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, classes.length)
  for (let row = 0; row < rows; row += 1) {
    const from = row * columns
    const to = (rows - 1 - row) * columns
    for (let column = 0; column < columns; column += 1)
      pixels[to + column] = palette[classes[from + column] as number] as number
  }
}

/** Each colour as the four bytes of a pixel, in the order of this machine. A class that is none is painted as not known. */
function paletteOf(colours: WaterColours): Uint32Array {
  if (colours.length !== WATER_CLASSES.length) throw new RangeError('colours: not one for each class')
  const bytes = new Uint8ClampedArray(256 * 4)
  for (let entry = 0; entry < 256; entry += 1) bytes.set(colours[entry] ?? colours.at(-1) ?? [], entry * 4)
  return new Uint32Array(bytes.buffer)
}
