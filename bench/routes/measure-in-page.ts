import { runInPage } from '../run-in-page.ts'
import type { PageInput } from '../routes-page/page.ts'
import type { KernelInput, Timing } from './measure-kernel.ts'

/** The same measures in a page of Chromium, built as the app is, on a processor four times slower. */
export async function measureInPage(
  input: KernelInput,
): Promise<{ readonly timings: readonly Timing[]; readonly browser: string }> {
  const { measured, browser } = await runInPage<readonly Timing[]>('routes-page', forPage(input))
  return { timings: measured, browser }
}

function forPage({ graph, feed, ...rest }: KernelInput): PageInput {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const { bytes, signatures } = feed
  return {
    ...rest,
    graph: text(graph),
    feed: { ...feed, bytes: text(bytes), signatures: text(signatures) },
  }
}
