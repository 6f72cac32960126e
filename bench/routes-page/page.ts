import { measureKernel, type KernelInput, type Timing } from '../routes/measure-kernel.ts'

/** What a page is given: the input as JSON, bytes as Base64. */
export type PageInput = Omit<KernelInput, 'graph' | 'feed'> & {
  readonly graph: string
  readonly feed: Omit<KernelInput['feed'], 'bytes' | 'signatures'> & {
    readonly bytes: string
    readonly signatures: string
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0)

/** Measures in this page. */
function measure({ graph, feed, ...rest }: PageInput): Promise<readonly Timing[]> {
  const { bytes, signatures } = feed
  return measureKernel({
    ...rest,
    graph: bytesOf(graph),
    feed: { ...feed, bytes: bytesOf(bytes), signatures: bytesOf(signatures) },
  })
}

Object.assign(globalThis, { measure })
