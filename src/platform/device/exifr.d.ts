/** The part of the package that we use; its own types are for its entry only. */
declare module 'exifr/dist/lite.esm.mjs' {
  /** Degrees, signed; undefined when the picture holds no position. Rejects on what it cannot read. */
  export function gps(
    picture: ArrayBuffer,
  ): Promise<{ readonly latitude: number; readonly longitude: number } | undefined>
}
