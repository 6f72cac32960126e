/** RGBA pixels, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

/** A picture whose pixels can be asked for. */
export type PixelSource = {
  /** The picture itself, for the browser's own reader. */
  readonly image: ImageBitmapSource
  /** Pixels of its longer side. */
  readonly longest: number
  /** Made smaller so that its longer side is at most `side` pixels; null = they cannot be had. */
  pixels(side: number): Pixels | null
}

/** https://wicg.github.io/shape-detection-api/ */
export type NativeDetector = {
  detect(image: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>
}

/** The parts of the browser that are used for reading codes; a test hands in its own. */
export type QrDevice = {
  /** null = a browser, or an insecure page, without cameras. */
  readonly camera: ((constraints: MediaStreamConstraints) => Promise<MediaStream>) | null
  /** The browser's own reader of QR codes; null = it has none. Never rejects. */
  readonly detector: () => Promise<NativeDetector | null>
  /** Our own reader, loaded when it is needed; it throws when there is no code. */
  readonly decoder: () => Promise<(pixels: Pixels) => string>
  /** A picture from a file; null = it is none that this browser can show. Never rejects. */
  readonly openPicture: (file: Blob) => Promise<(PixelSource & { readonly close: () => void }) | null>
  /** The frame that a video shows now; null = it shows nothing yet. */
  readonly frameOf: (video: HTMLVideoElement) => PixelSource | null
}

type DetectorClass = {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<readonly string[]>
}

/** What our own decoder may spend on one picture beyond the least that it must do. Milliseconds. */
const TIME_LIMIT = 150

export const thisQrDevice = (): QrDevice => {
  const media = (globalThis.navigator as { mediaDevices?: MediaDevices }).mediaDevices
  const canvas = document.createElement('canvas')
  return {
    camera: media === undefined ? null : (constraints) => media.getUserMedia(constraints),
    detector: nativeDetector,
    async decoder() {
      const { decodeQR } = await import('qr/decode.js')
      return (pixels) => decodeQR(pixels, { timeLimit: TIME_LIMIT })
    },
    async openPicture(file) {
      try {
        const image = await createImageBitmap(file)
        return { ...sourceOf(canvas, image, image.width, image.height), close: () => image.close() }
      } catch {
        return null
      }
    },
    frameOf: (video) =>
      video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0
        ? null
        : sourceOf(canvas, video, video.videoWidth, video.videoHeight),
  }
}

async function nativeDetector(): Promise<NativeDetector | null> {
  try {
    const Detector = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
    if (Detector === undefined) return null
    const formats = await Detector.getSupportedFormats()
    return formats.includes('qr_code') ? new Detector({ formats: ['qr_code'] }) : null
  } catch {
    return null
  }
}

/** Drawn on white: a code on a see-through ground has dark squares only. */
function sourceOf(
  canvas: HTMLCanvasElement,
  image: ImageBitmap | HTMLVideoElement,
  width: number,
  height: number,
): PixelSource {
  const longest = Math.max(width, height)
  return {
    image,
    longest,
    pixels(side) {
      const scale = Math.min(1, side / longest)
      canvas.width = Math.max(1, Math.round(width * scale))
      canvas.height = Math.max(1, Math.round(height * scale))
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null) return null
      context.fillStyle = 'white'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.drawImage(image, 0, 0, canvas.width, canvas.height)
      return context.getImageData(0, 0, canvas.width, canvas.height)
    },
  }
}
