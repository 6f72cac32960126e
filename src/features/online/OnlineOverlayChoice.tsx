import { useStore } from 'zustand'
import { isOfficialLayerId, OFFICIAL_LAYER_IDS } from '#domain/official-tiles/official-layer.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Section } from '#ui/Panel.tsx'
import { Line, WhatIsSent } from './Agreement.tsx'
import type { OnlineCommands } from './commands.ts'
import { OnlineCredit } from './OnlineCredit.tsx'
import type { OnlineStore } from './store.ts'

/** `none` stands for no layer: what every start begins with. */
const CHOICES = ['none', ...OFFICIAL_LAYER_IDS] as const

/**
 * Lays one official layer over the map, for comparison. The person agrees first, since the server learns which squares are
 * looked at.
 */
export const OnlineOverlayChoice = ({
  store,
  commands,
  host,
  isOffline,
}: {
  readonly store: OnlineStore
  readonly commands: OnlineCommands
  readonly host: string
  readonly isOffline: boolean
}) => {
  const { agreed, overlay, overlayFailed } = useStore(store)
  return (
    <Section title={<Said k="online:overlay.title" />}>
      <Line k="online:overlay.what" />
      <WhatIsSent host={host} />
      {isOffline ? (
        <Notice tone="unknown">
          <Line k="online:offline" />
        </Notice>
      ) : null}
      {agreed ? (
        <Chips
          legend={<Said k="online:overlay.choose" />}
          options={CHOICES.map((value) => ({ value, label: <Said k={`online:layer.${value}`} /> }))}
          value={overlay ?? 'none'}
          onChange={(value) => commands.show(isOfficialLayerId(value) ? value : null)}
        />
      ) : (
        <Button icon="layers" onClick={() => commands.agree()}>
          <Said k="online:overlay.agree" />
        </Button>
      )}
      {overlay === null ? null : <Line k="online:overlay.noColour" />}
      {overlayFailed ? (
        <Notice tone="unknown" announce>
          <Line k="online:overlay.failed" />
        </Notice>
      ) : null}
      <OnlineCredit />
    </Section>
  )
}
