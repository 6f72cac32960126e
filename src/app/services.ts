import { createInstaller } from '#platform/device/installer.ts'
import { createLocator } from '#platform/device/locator.ts'
import { createSettingsStore } from '#platform/device/settings-store.ts'
import { systemClock } from '#platform/device/system-clock.ts'
import { createOfficialTiles } from '#platform/official-tiles/official-tiles.ts'
import { createPackStore } from '#platform/packs/pack-store.ts'
import { createTileReader } from '#platform/packs/tile-reader.ts'
import { createAppShell } from '#platform/service-worker/sw-client.ts'
import type { Services } from './parts.ts'

/** The real adapters: the only place where they are made. */
export function createServices(): Services {
  const packs = createPackStore()
  return {
    clock: systemClock,
    locator: createLocator(),
    packs,
    shell: createAppShell(),
    settings: createSettingsStore(),
    speaker: onlyOnce(async () => (await import('#platform/device/speaker.ts')).createSpeaker()),
    // Made at once: a browser offers to install the app only a moment after the start.
    installer: createInstaller(),
    official: createOfficialTiles({ base: import.meta.env.OFFICIAL_TILES }),
    feedsOf: async (code) => (await import('#platform/feeds/pinned-feeds.ts')).openCityFeeds(code),
    ways: onlyOnce(async () => (await import('#platform/routes/way-finder.ts')).createWayFinder()),
    tilesOf: (code) => createTileReader(packs, code),
  }
}

/** What is made when it is wanted for the first time. A failure is forgotten: the next call tries again. */
function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null
      throw error
    })
    return made
  }
}
