import type { PictureSize } from './picture-size.ts'

/** A picture that is open for painting, upright, as its camera was held. */
export type Picture = PictureSize & {
  /** Paints it at a size. The result makes a JPEG of a quality between 0 and 1; null when the browser cannot. */
  paint(size: PictureSize): (quality: number) => Promise<Blob | null>
  /** Gives the memory back. */
  close(): void
}

/** What the browser does with pictures. */
export type Painter = {
  /** null = it is no picture that this browser can show. Never rejects. */
  open(file: Blob): Promise<Picture | null>
}

type Source = { readonly image: CanvasImageSource; readonly close: () => void } & PictureSize

/** The browser's own painter. */
export const browserPainter: Painter = {
  async open(file) {
    const source = (await asBitmap(file)) ?? (await asImage(file))
    return source === null
      ? null
      : {
          width: source.width,
          height: source.height,
          paint: (size) => painted(source.image, size),
          close: source.close,
        }
  },
}

async function asBitmap(file: Blob): Promise<Source | null> {
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return { image, width: image.width, height: image.height, close: () => image.close() }
  } catch {
    return null
  }
}

/** Older browsers know no options, and some show a kind of picture (HEIC) in a page only. An image stands upright by itself. */
async function asImage(file: Blob): Promise<Source | null> {
  const url = URL.createObjectURL(file)
  const close = () => URL.revokeObjectURL(url)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return { image, width: image.naturalWidth, height: image.naturalHeight, close }
  } catch {
    close()
    return null
  }
}

function painted(
  image: CanvasImageSource,
  { width, height }: PictureSize,
): (quality: number) => Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context !== null) {
    // A JPEG has no see-through parts: they would turn black.
    context.fillStyle = 'white'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, width, height)
  }
  return (quality) =>
    new Promise((resolve) => {
      if (context === null) resolve(null)
      else canvas.toBlob(resolve, 'image/jpeg', quality)
    })
}
