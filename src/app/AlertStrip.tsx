import { useStore } from 'zustand'
import { AlertBanner } from '#features/alerts/index.ts'
import { Said } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { WithLaterWords } from './LaterWords.tsx'
import type { Parts } from './parts.ts'

/** The strip of the orders, with its words. Where these cannot be had, it says that there are orders. */
export const AlertStrip = ({ parts }: { readonly parts: Parts }) => {
  const isBrief = useStore(parts.routes.store, ({ screen }) => screen === 'alerts')
  return (
    <WithLaterWords
      instead={
        <Notice tone="hazard" announce>
          <p>
            <Said k="app:crash.alerts" />
          </p>
        </Notice>
      }
    >
      <AlertBanner
        store={parts.alerts}
        clock={parts.services.clock}
        isBrief={isBrief}
        onOpen={() => parts.routes.go('alerts')}
      />
    </WithLaterWords>
  )
}
