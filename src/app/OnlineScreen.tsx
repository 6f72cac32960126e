import { useState } from 'react'
import { useStore } from 'zustand'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { Said, useWords } from '#i18n/index.ts'
import { PositionEntry } from '#features/online/index.ts'
import { LocateNotice } from '#features/risk/index.ts'
import { Button } from '#ui/Button.tsx'
import { Panel } from '#ui/Panel.tsx'
import { Emergency } from './Emergency.tsx'
import { OnlineHere } from './OnlineHere.tsx'
import type { Parts } from './parts.ts'

/** Five digits after the point are about a metre. */
const degrees = (value: number): string => value.toFixed(5)

/**
 * Any place in Japan by the official pictures: by its position, or the one of the device. It needs no pack and no map, so it
 * is the way for people whose municipality has no data here.
 */
export const OnlineScreen = ({ parts }: { readonly parts: Parts }) => {
  const t = useWords('online')
  const { risk } = parts
  const inspected = useStore(risk.store, (state) => state.inspected)
  const [typed, setTyped] = useState<LngLat | null>(null)
  const place =
    typed === null ? (inspected?.from === 'position' ? inspected : null) : { at: typed, accuracy: null }
  return (
    <Panel>
      <p>
        <Said k="online:place.what" />
      </p>
      <PositionEntry onPlace={setTyped} />
      <Button
        icon="here"
        onClick={() => {
          setTyped(null)
          void risk.commands.inspectHere()
        }}
      >
        <Said k="app:home.here" />
      </Button>
      <LocateNotice store={risk.store} commands={risk.commands} />
      {place === null ? null : (
        <>
          <p role="status">
            <Said text={t('position.chosen', { lat: degrees(place.at[1]), lng: degrees(place.at[0]) })} />
          </p>
          <OnlineHere parts={parts} at={place.at} accuracy={place.accuracy} />
        </>
      )}
      <Emergency />
    </Panel>
  )
}
