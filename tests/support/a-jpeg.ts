const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0))
const u16 = (value: number): number[] => [value >> 8, value & 0xff]
const u32 = (value: number): number[] => [...u16(Math.floor(value / 65536)), ...u16(value % 65536)]
const part = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  ...u16(body.length + 2),
  ...body,
]

/** Degrees as three fractions of a TIFF: degrees, minutes, seconds in hundredths. */
function fractions(degrees: number): number[] {
  const whole = Math.floor(degrees)
  const minutes = Math.floor((degrees - whole) * 60)
  const hundredths = Math.round(((degrees - whole) * 60 - minutes) * 6000)
  return [whole, 1, minutes, 1, hundredths, 100].flatMap(u32)
}

/** One line of a TIFF directory. */
const entry = (tag: number, type: number, count: number, value: readonly number[]): number[] => [
  ...u16(tag),
  ...u16(type),
  ...u32(count),
  ...value,
]

/** The Exif notes of a camera that wrote where it was: a directory with one pointer, and the directory of positions. */
export function exifPart([lng, lat]: readonly [number, number]): number[] {
  const [first, positions] = [8, 26]
  const data = positions + 2 + 4 * 12 + 4
  const letter = (one: string) => [one.charCodeAt(0), 0, 0, 0]
  const tiff = [
    ...ascii('MM'),
    ...u16(42),
    ...u32(first),
    ...u16(1),
    ...entry(0x8825, 4, 1, u32(positions)),
    ...u32(0),
    ...u16(4),
    ...entry(1, 2, 2, letter(lat < 0 ? 'S' : 'N')),
    ...entry(2, 5, 3, u32(data)),
    ...entry(3, 2, 2, letter(lng < 0 ? 'W' : 'E')),
    ...entry(4, 5, 3, u32(data + 24)),
    ...u32(0),
    ...fractions(Math.abs(lat)),
    ...fractions(Math.abs(lng)),
  ]
  return part(0xe1, [...ascii('Exif'), 0, 0, ...tiff])
}

export type JpegOptions = {
  readonly width?: number
  readonly height?: number
  /** Where the camera says that it was. */
  readonly at?: readonly [number, number]
  /** Bytes of coded data. */
  readonly length?: number
  /** What a camera put after the end of the picture. */
  readonly after?: readonly number[]
}

/** A file in the form of a JPEG: every part is there, what it shows is not. */
export function aJpeg({
  width = 40,
  height = 30,
  at,
  length = 20,
  after = [],
}: JpegOptions = {}): Uint8Array<ArrayBuffer> {
  const coded = Array.from({ length }, (_, index) => index % 250)
  return new Uint8Array([
    0xff,
    0xd8,
    ...part(0xe0, [...ascii('JFIF'), 0, 1, 2, 0, ...u16(1), ...u16(1), 0, 0]),
    ...(at === undefined ? [] : exifPart(at)),
    ...part(0xfe, ascii('taken at home')),
    0xff,
    ...part(0xc0, [8, ...u16(height), ...u16(width), 1, 1, 0x11, 0]),
    ...part(0xda, [1, 1, 0, 0, 63, 0]),
    ...coded,
    0xff,
    0x00,
    0xff,
    0xd0,
    7,
    0xff,
    0xd9,
    ...after,
  ])
}
