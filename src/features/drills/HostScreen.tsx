import { useRef, useState } from 'react'
import type { DrillInvitation } from '#domain/drills/scenario.ts'
import { Heard, Said } from '#i18n/index.ts'
import { More, Panel } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { DraftForm } from './host/DraftForm.tsx'
import { Held } from './host/Held.tsx'
import { holdDrill, useHosted, useHostedStatus } from './host/hosted.ts'
import type { DrillTools } from './tools.ts'

/** Holds a drill for others: what is chosen here becomes a link, a code and a poster. Nothing is sent anywhere. */
export const HostScreen = ({ tools }: { readonly tools: DrillTools }) => {
  const hosted = useHosted(tools)
  const { status } = useHostedStatus(tools)
  const [isMade, setMade] = useState(false)
  const held = useRef<HTMLDivElement>(null)
  const make = (invitation: DrillInvitation) => {
    // Whoever holds one after another has chosen the languages of the poster already.
    void holdDrill(tools, { invitation, languages: hosted?.languages ?? ['ja', tools.language] })
    setMade(true)
    held.current?.focus()
  }
  const form = <DraftForm key={hosted?.token} tools={tools} onMade={make} />
  return (
    <Panel>
      <p>
        <Said k="drills:host.what" />
      </p>
      <LiveRegion>{isMade ? <Heard k="drills:host.ready" /> : null}</LiveRegion>
      <div ref={held} tabIndex={-1}>
        {hosted === null ? null : <Held tools={tools} hosted={hosted} />}
      </div>
      {status === 'opening' ? null : hosted === null ? (
        form
      ) : (
        <More summary={<Said k="drills:host.another" />}>{form}</More>
      )}
      {tools.emergency}
    </Panel>
  )
}
