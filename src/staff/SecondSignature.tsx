import { useStore } from 'zustand'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions } from '#ui/Panel.tsx'
import type { Ledger } from './ledger.ts'
import type { City } from './parts.ts'

/** Another officer, whose key is on this device, signs too. */
export function SecondSignature<
  T extends { readonly id: string },
  F extends FeedHead & { readonly publisher: string },
>({ city, ledger }: { readonly city: City; readonly ledger: Ledger<T, F> }) {
  const { keys } = useStore(city.keys.store)
  const { signed } = useStore(ledger.store)
  if (signed === null) return null
  const others = keys.filter(({ counts, kid }) => counts && !signed.signatures.some((one) => one.kid === kid))
  if (others.length === 0) return null
  return (
    <>
      <Notice tone="unknown">
        <p>
          <Said k="staff:second.look" />
        </p>
      </Notice>
      <Actions>
        {others.map((key) => (
          <Button key={key.kid} look="main" icon="check" onClick={() => void ledger.addSecond(key)}>
            <Said k="staff:second.sign" params={{ kid: key.kid }} />
          </Button>
        ))}
      </Actions>
    </>
  )
}
