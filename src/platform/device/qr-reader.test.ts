import decodeQR from 'qr/decode.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import { createQrReader } from './qr-reader.ts'
import type { PixelSource, QrDevice } from './qr-device.ts'

const LINK = 'https://example.org/#/p/AQDabc-_0123'
const image = {} as ImageBitmapSource
const never = new AbortController().signal

/** A picture of a code, or of nothing. */
function pictureOf(text: string | null, scale = 4): PixelSource {
  const matrix = text === null ? [[false]] : qrMatrix(text)
  const side = matrix.length * scale
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let at = 0; at < side * side; at += 1)
    if (matrix[Math.floor(at / side / scale)]?.[Math.floor((at % side) / scale)] === true)
      data.fill(0, at * 4, at * 4 + 3)
  return { image, longest: side, pixels: () => ({ width: side, height: side, data }) }
}

const device = (change: Partial<QrDevice>): QrDevice => ({
  camera: null,
  detector: () => Promise.resolve(null),
  decoder: () => Promise.resolve((pixels) => decodeQR(pixels, { timeLimit: 5_000 })),
  openPicture: () => Promise.resolve(null),
  frameOf: () => null,
  ...change,
})

const failing = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }))

describe('a picture', () => {
  const reading = (source: PixelSource | null, change: Partial<QrDevice> = {}) => {
    const close = vi.fn()
    const openPicture = () => Promise.resolve(source === null ? null : { ...source, close })
    const reader = createQrReader(device({ openPicture, ...change }))
    return { read: () => reader.readPicture(new Blob()), close }
  }

  it('gives the text of its code, and its memory back', async () => {
    const { read, close } = reading(pictureOf(LINK))
    expect(await read()).toEqual({ ok: true, text: LINK })
    expect(close).toHaveBeenCalledTimes(1)
  })

  it('may be none, or one without a code', async () => {
    expect(await reading(null).read()).toEqual({ ok: false, why: 'notAPicture' })
    const { read, close } = reading(pictureOf(null))
    expect(await read()).toEqual({ ok: false, why: 'noCode' })
    expect(close).toHaveBeenCalledTimes(1)
    const broken = { image, longest: 9, pixels: () => null }
    expect(await reading(broken).read()).toEqual({ ok: false, why: 'noCode' })
  })

  it('is tried at several sizes, each once', async () => {
    const asked: number[] = []
    const source = (longest: number) => ({
      image,
      longest,
      pixels: (side: number) => {
        asked.push(side)
        return null
      },
    })
    await reading(source(4_000)).read()
    await reading(source(500)).read()
    expect(asked).toEqual([1600, 900, 3200, 500])
  })

  it('is read by the browser where it can, and by us where it cannot or sees nothing', async () => {
    const decoder = vi.fn(device({}).decoder)
    const detecting = (detect: () => Promise<readonly { rawValue: string }[]>) =>
      reading(pictureOf(LINK), { decoder, detector: () => Promise.resolve({ detect }) }).read()
    expect(await detecting(() => Promise.resolve([{ rawValue: 'native' }]))).toEqual({
      ok: true,
      text: 'native',
    })
    expect(decoder).not.toHaveBeenCalled()
    for (const detect of [
      () => Promise.resolve([]),
      () => Promise.resolve([{ rawValue: '' }]),
      failing('NotSupportedError'),
    ])
      expect(await detecting(detect)).toEqual({ ok: true, text: LINK })
    expect(decoder).toHaveBeenCalledTimes(3)
  })

  it('is read at the next try when our reader could not be loaded', async () => {
    const decoder = vi.fn(device({}).decoder).mockRejectedValueOnce(new Error('offline'))
    const { read } = reading({ ...pictureOf(LINK), longest: 100 }, { decoder })
    expect(await read()).toEqual({ ok: false, why: 'noCode' })
    expect(await read()).toEqual({ ok: true, text: LINK })
  })
})

describe('the camera', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  const aTrack = () => {
    const track = { readyState: 'live', stop: vi.fn(() => (track.readyState = 'ended')) }
    return track
  }
  const aVideo = () =>
    ({
      srcObject: null,
      muted: false,
      playsInline: false,
      play: () => Promise.resolve(),
    }) as unknown as HTMLVideoElement

  function watching(frames: () => PixelSource | null, change: Partial<QrDevice> = {}) {
    const track = aTrack()
    const stream = { getTracks: () => [track] } as unknown as MediaStream
    const camera = vi.fn((_: MediaStreamConstraints) => Promise.resolve(stream))
    const video = aVideo()
    const control = new AbortController()
    const texts: string[] = []
    const reader = createQrReader(device({ camera, frameOf: frames, ...change }))
    const ended = reader.watch(video, (text) => texts.push(text), control.signal)
    return { track, stream, camera, video, control, texts, ended }
  }

  it('shows itself in the video, tells each code once while it is seen, and is let go at the end', async () => {
    let seen: string | null = null
    const { track, stream, camera, video, control, texts, ended } = watching(() => pictureOf(seen))
    await vi.advanceTimersByTimeAsync(500)
    expect(video.srcObject).toBe(stream)
    expect([video.muted, video.playsInline]).toEqual([true, true])
    expect(camera.mock.lastCall?.[0]).toMatchObject({
      audio: false,
      video: { facingMode: { ideal: 'environment' } },
    })
    expect(texts).toEqual([])
    seen = LINK
    await vi.advanceTimersByTimeAsync(2_000)
    expect(texts).toEqual([LINK])
    seen = `${LINK}9`
    await vi.advanceTimersByTimeAsync(1_000)
    expect(texts).toEqual([LINK, `${LINK}9`])
    seen = null
    await vi.advanceTimersByTimeAsync(2_000)
    seen = `${LINK}9`
    await vi.advanceTimersByTimeAsync(1_000)
    expect(texts).toEqual([LINK, `${LINK}9`, `${LINK}9`])
    expect(track.stop).not.toHaveBeenCalled()
    control.abort()
    expect(track.stop).toHaveBeenCalled()
    expect(video.srcObject).toBeNull()
    expect(await ended).toEqual({ ok: true })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('waits while the video shows nothing yet', async () => {
    const { control, texts, ended } = watching(() => null)
    await vi.advanceTimersByTimeAsync(1_000)
    control.abort()
    expect(await ended).toEqual({ ok: true })
    expect(texts).toEqual([])
  })

  it('tells nothing that was read after the end', async () => {
    let answer: (found: { rawValue: string }[]) => void = () => {}
    const detect = () => new Promise<{ rawValue: string }[]>((resolve) => (answer = resolve))
    const { control, texts, ended } = watching(() => pictureOf(null), {
      detector: () => Promise.resolve({ detect }),
    })
    await vi.advanceTimersByTimeAsync(100)
    control.abort()
    answer([{ rawValue: 'late' }])
    expect(await ended).toEqual({ ok: true })
    expect(texts).toEqual([])
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'noCamera'],
    ['NotReadableError', 'noCamera'],
    ['OverconstrainedError', 'noCamera'],
  ])('that fails with %s is told as %s', async (name, why) => {
    const { ended } = watching(() => null, { camera: failing(name) })
    expect(await ended).toEqual({ ok: false, why })
  })

  it('that there is not is told, and one that is unplugged', async () => {
    expect(await createQrReader(device({})).watch(aVideo(), () => {}, never)).toEqual({
      ok: false,
      why: 'noCamera',
    })
    const { track, ended, video } = watching(() => null)
    await vi.advanceTimersByTimeAsync(300)
    track.readyState = 'ended'
    await vi.advanceTimersByTimeAsync(300)
    expect(await ended).toEqual({ ok: false, why: 'noCamera' })
    expect(video.srcObject).toBeNull()
  })

  it('is never left on: not when the end comes before the person has answered, nor when the video cannot play', async () => {
    const track = aTrack()
    let open: (stream: MediaStream) => void = () => {}
    const waiting = watching(() => null, { camera: () => new Promise((resolve) => (open = resolve)) })
    waiting.control.abort()
    open({ getTracks: () => [track] } as unknown as MediaStream)
    expect(await waiting.ended).toEqual({ ok: true })
    expect(track.stop).toHaveBeenCalled()

    const asked = vi.fn(failing('NotAllowedError'))
    expect(
      await createQrReader(device({ camera: asked })).watch(aVideo(), () => {}, AbortSignal.abort()),
    ).toEqual({ ok: true })
    expect(asked).not.toHaveBeenCalled()

    const mute = watching(() => null)
    mute.video.play = failing('AbortError')
    await vi.advanceTimersByTimeAsync(500)
    mute.control.abort()
    expect(await mute.ended).toEqual({ ok: true })
    expect(mute.track.stop).toHaveBeenCalled()
  })
})
