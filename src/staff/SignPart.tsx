import { useState } from 'react'
import { useStore } from 'zustand'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Section } from '#ui/Panel.tsx'
import { ImportKey } from './ImportKey.tsx'
import type { Ledger } from './ledger.ts'
import type { City, StaffParts } from './parts.ts'

const HOUR = 3_600_000
const LIVES = [6, 12, 24, 72, 168] as const

/** Who signs, for how long it counts, and the one button. */
export function SignPart<
  T extends { readonly id: string },
  F extends FeedHead & { readonly publisher: string },
>({
  parts,
  city,
  ledger,
}: {
  readonly parts: StaffParts
  readonly city: City
  readonly ledger: Ledger<T, F>
}) {
  const { keys, isRead } = useStore(city.keys.store)
  const { lifeHours, office } = useStore(parts.settings)
  const { putting } = useStore(ledger.store)
  const [kid, setKid] = useState('')
  const able = keys.filter(({ counts }) => counts)
  const key = able.find((one) => one.kid === kid) ?? able[0]
  // What takes something back is told before it is signed.
  const two = ledger.draft(lifeHours * HOUR, office, Number.MAX_SAFE_INTEGER - 1).takesBack.length > 0
  const isBusy = putting.status === 'checking' || putting.status === 'putting'
  return (
    <Section title={<Said k="staff:sign.title" />}>
      {two ? (
        <Notice tone="hazard">
          <p>
            <Said k={`staff:sign.two.${ledger.name}`} />
          </p>
        </Notice>
      ) : null}
      <LifeChoice parts={parts} />
      {able.length > 1 ? (
        <Chips
          legend={<Said k="staff:sign.key" />}
          value={key?.kid ?? ''}
          options={able.map((one) => ({ value: one.kid, label: one.kid }))}
          onChange={setKid}
        />
      ) : null}
      {isRead && key === undefined ? <ImportKey parts={parts} city={city} /> : null}
      {key === undefined ? null : (
        <Actions>
          <Button
            look="main"
            icon="check"
            disabled={isBusy}
            onClick={() => void ledger.sign(key, lifeHours * HOUR, office)}
          >
            <Said k="staff:sign.sign" params={{ kid: key.kid }} />
          </Button>
        </Actions>
      )}
      <p role="status">{isBusy ? <Said k="staff:sign.busy" /> : null}</p>
    </Section>
  )
}

/** After this the issue counts as old. */
const LifeChoice = ({ parts }: { readonly parts: StaffParts }) => {
  const lifeHours = useStore(parts.settings, (state) => state.lifeHours)
  return (
    <Chips
      legend={<Said k="staff:sign.life" />}
      value={String(lifeHours)}
      options={[...new Set([...LIVES, lifeHours])].map((hours) => ({
        value: String(hours),
        label:
          hours >= 48 ? (
            <Said k="staff:sign.days" params={{ count: hours / 24 }} />
          ) : (
            <Said k="staff:when.hours" params={{ hours }} />
          ),
      }))}
      onChange={(hours) => parts.setUp({ lifeHours: Number(hours) })}
    />
  )
}
