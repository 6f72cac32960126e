import { inForceOf } from '#domain/closures/in-force.ts'
import { openDrillWorld, type DrillWorld } from '#domain/drills/drill-world.ts'
import { momentOfEvent, type Drill } from '#domain/drills/drill.ts'
import { readWaterSeries, type WaterSeries } from '#domain/water/water-series.ts'
import { isDark } from '#domain/sun/is-dark.ts'
import { createDrills, createWalkWatch, type Drills, type WalkWatch } from '#features/drills/index.ts'
import { closuresNow } from '#features/closures/index.ts'
import { areaOf } from '#features/offline-areas/index.ts'
import { addPlanWords, plain, sayIn, wordsFor } from '#i18n/index.ts'
import { createQrReader } from '#platform/device/qr-reader.ts'
import { createSharer } from '#platform/device/sharer.ts'
import { createAttention } from '#platform/drills/attention.ts'
import { createDrillMarker } from '#platform/drills/drill-marker.ts'
import { createDrillShelf } from '#platform/drills/drill-shelf.ts'
import { holdDrill } from '#platform/drills/hold-drill.ts'
import { createPositionWatch } from '#platform/drills/position-watch.ts'
import { createRelayClient } from '#platform/drills/relay-client.ts'
import type { Attention, DrillShelf, PositionWatch, QrReader, Relay, Sharer } from '#platform/ports.ts'
import type { DrillDoor } from './drill-door.ts'
import { swapParts } from './drill-parts.ts'
import type { Parts } from './parts.ts'

/** All that drills are made of, once they were wanted. */
export type DrillHouse = {
  /** The app as it is without a drill. */
  readonly real: Parts
  readonly drills: Drills
  readonly shelf: DrillShelf
  readonly watch: PositionWatch
  readonly attention: Attention
  readonly walking: WalkWatch
  readonly relay: Relay
  readonly reader: QrReader
  readonly sharer: Sharer
  readonly randomBytes: (count: number) => Uint8Array
  readonly readSeries: (name: string) => Promise<Uint8Array | null>
}

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/** Makes the adapters of drills, and takes up what was being done. Rejects when their words cannot be had. */
export async function makeDrillHouse(real: Parts, door: DrillDoor['store']): Promise<DrillHouse> {
  await addPlanWords()
  const shelf = createDrillShelf()
  const area = () => areaOf(real.areas.store.getState())
  const readSeries = async (name: string): Promise<Uint8Array | null> => {
    const manifest = area()?.manifest
    // A scenario names a flood by its id, which stays when its file is made anew.
    const file = manifest?.series?.find(({ id }) => id === name)?.file
    return manifest === undefined || file === undefined
      ? null
      : real.services.packs.seriesFile(manifest.area.code, file)
  }
  const drills = createDrills({
    shelf,
    marker: createDrillMarker(),
    clock: real.services.clock,
    openWorld: (drill) => openWorld(real, drill, readSeries),
    areaCode: () => area()?.manifest.area.code ?? null,
    randomBytes,
    hold: () => holdDrill(),
    every,
    onLeaving,
  })
  await drills.commands.open()
  follow(real, door, drills, plain(sayIn(await wordsFor('ja'), 'ja', 'drills')('sender')))
  const [watch, attention] = [createPositionWatch(), createAttention()]
  const { clock } = real.services
  return {
    real,
    drills,
    shelf,
    watch,
    attention,
    walking: createWalkWatch({ drills, watch, attention, clock, page: { isSeen, onChange: onSight } }),
    relay: createRelayClient(),
    reader: createQrReader(),
    sharer: createSharer(),
    randomBytes,
    readSeries,
  }
}

/** While a drill runs, the whole app is made of other parts; when it ends it is what it was. */
function follow(real: Parts, door: DrillDoor['store'], drills: Drills, sender: string): void {
  let end: (() => void) | null = null
  let nonce: string | null = null
  const look = () => {
    const { running } = drills.store.getState()
    const next = running?.drill.nonce ?? null
    if (next === nonce) return
    nonce = next
    end?.()
    end = null
    const swapped = running === null ? null : swapParts(real, drills, sender)
    if (swapped !== null) end = swapped.end
    real.risk.commands.forget()
    door.setState({ swapped: swapped?.parts ?? null, onMap: null })
    // Wherever somebody was in the app when it ended: looking back is what a drill is for.
    if (running === null && drills.store.getState().finished !== null)
      real.routes.go('drillEnd', { replace: true })
  }
  drills.store.subscribe(look)
  look()
}

async function openWorld(
  real: Parts,
  { run, invitation, mayStay, clock }: Drill,
  readSeries: (name: string) => Promise<Uint8Array | null>,
): Promise<DrillWorld | null> {
  const area = areaOf(real.areas.store.getState())
  if (area === null || area.manifest.area.code !== invitation.area) return null
  const { scenario, profile, home } = run
  const { water } = scenario
  const closures = closuresNow(real.closures.getState(), real.services.clock.now())
  return openDrillWorld(area, scenario, {
    profile,
    night: isDark(home, momentOfEvent({ clock, run }, 0)),
    home,
    series: water.kind === 'series' ? seriesIn(await readSeries(water.name)) : null,
    mayStay,
    closed: closures.reckoned === null ? [] : inForceOf(closures.reckoned),
  })
}

function seriesIn(bytes: Uint8Array | null): WaterSeries | null {
  const read = bytes === null ? null : readWaterSeries(bytes)
  return read?.ok === true ? read.value : null
}

const isSeen = (): boolean => document.visibilityState === 'visible'

function onSight(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

/** A phone that slept did not tick. */
function every(milliseconds: number, then: () => void): () => void {
  const timer = setInterval(then, milliseconds)
  const end = onSight(then)
  return () => {
    clearInterval(timer)
    end()
  }
}

function onLeaving(then: () => void): () => void {
  const end = onSight(() => {
    if (!isSeen()) then()
  })
  addEventListener('pagehide', then)
  return () => {
    end()
    removeEventListener('pagehide', then)
  }
}
