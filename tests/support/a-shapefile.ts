import { writeShapefile } from '#scripts/sample/shapefile.ts'

/** A shapefile of polygons with one ring each, and a table of texts. */
export const aShapefile = (
  rows: readonly Readonly<Record<string, string>>[],
  rings: readonly (readonly (readonly [number, number])[])[],
  encode: (text: string) => Uint8Array,
): { readonly shp: Uint8Array; readonly dbf: Uint8Array } =>
  writeShapefile(
    rows,
    rings.map((ring) => [ring]),
    encode,
  )
