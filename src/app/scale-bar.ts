/**
 * The longest bar of a round length (1, 2, 3 or 5 times a power of ten metres) that fits.
 * @param metresPerPixel metres on the ground for one CSS pixel
 * @param room CSS pixels that the bar may take at most
 */
export function scaleBar(
  metresPerPixel: number,
  room: number,
): { readonly metres: number; readonly pixels: number } {
  const longest = Math.max(1, metresPerPixel * room)
  const power = 10 ** Math.floor(Math.log10(longest))
  const metres = ([5, 3, 2, 1].find((step) => step * power <= longest) ?? 1) * power
  return { metres, pixels: metres / metresPerPixel }
}
