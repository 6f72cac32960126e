import type { Fetch } from '#platform/packs/download.ts'
import type { PackOnHost } from './a-pack.ts'

/** What a host does to one address. Returning null lets the answer through. */
export type Trick = (
  path: string,
  bytes: Uint8Array<ArrayBuffer> | null,
) => Response | Promise<Response> | null

export type HostInTest = {
  readonly fetch: Fetch
  /** Paths below `packs/` in the order in which they were asked for. */
  readonly asked: string[]
  offer(...packs: readonly PackOnHost[]): void
  play(trick: Trick | null): void
}

/** The address of the packs of a host in a test. */
export const PACKS_AT = 'https://host.test/app/packs/'

/** A host of packs that lives in memory and can be made to misbehave. */
export function aHost(...packs: readonly PackOnHost[]): HostInTest {
  let offered = packs
  let trick: Trick | null = null
  const asked: string[] = []
  return {
    asked,
    offer: (...next) => {
      offered = next
    },
    play: (next) => {
      trick = next
    },
    async fetch(address, { signal }) {
      const path = address.slice(PACKS_AT.length)
      asked.push(path)
      const bytes = offered.map((pack) => pack.paths.get(path)).find(Boolean) ?? null
      const tricked = await trick?.(path, bytes)
      signal?.throwIfAborted()
      if (tricked) return tricked
      return bytes === null ? new Response('404', { status: 404 }) : new Response(bytes)
    },
  }
}

/** An answer that never comes, until the caller gives up. */
export const hang = (): Promise<Response> => new Promise(() => undefined)

/** An answer whose body stops after the first piece and never ends. */
export const stall = (bytes: Uint8Array): Response =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(bytes.slice(0, 10)),
    }),
  )
