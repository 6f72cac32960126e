import { systemClock } from '#platform/device/system-clock.ts'
import { createPackStore } from '#platform/packs/pack-store.ts'
import { createTileReader } from '#platform/packs/tile-reader.ts'
import { openPinnedDesk } from '#platform/staff/pinned-desk.ts'
import { createStaffDatabase } from '#platform/staff/staff-database.ts'
import type { StaffServices } from './parts.ts'

/** The folder `feeds/` of the store: the one that was named when the app was built, else beside the app. */
const storeBase = (): string => new URL('feeds/', import.meta.env.MHM_STORE || document.baseURI).href

/** The real adapters of the staff page. */
export function createStaffServices(): StaffServices {
  const packs = createPackStore()
  return {
    clock: systemClock,
    packs,
    database: createStaffDatabase(),
    subtle: (globalThis as { crypto?: Crypto }).crypto?.subtle ?? null,
    tilesOf: (code) => createTileReader(packs, code),
    deskOf: (code) => openPinnedDesk(code, storeBase()),
    save,
  }
}

function save(name: string, content: Uint8Array | string): void {
  const part = typeof content === 'string' ? content : new Uint8Array(content)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([part], { type: 'application/octet-stream' }))
  link.download = name
  link.click()
  // Some browsers begin to read only a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
