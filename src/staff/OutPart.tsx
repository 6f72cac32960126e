import { useId, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FeedHead } from '#domain/feeds/check-feed.ts'
import { writeSignatures } from '#domain/feeds/signature-file.ts'
import { writeHandover } from '#domain/publish/handover.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Quiet, Section } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import type { Ledger } from './ledger.ts'
import type { City, StaffParts } from './parts.ts'
import { useFocusOnShow } from './use-focus-on-show.ts'
import { SecondSignature } from './SecondSignature.tsx'
import styles from './staff.module.css'

/** A signed file on its way out: to the store, as two files, or to the second officer. */
export function OutPart<
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
  const { signed, putting } = useStore(ledger.store)
  if (signed === null) return null
  if (putting.status === 'done') return <Done parts={parts} ledger={ledger} />
  const needsTwo = signed.takesBack.length > 0 && signed.signatures.length < 2
  return (
    <Section title={<Said k="staff:out.title" />}>
      <FocusedLine>
        <Said
          k="staff:out.signed"
          params={{
            sequence: signed.feed.sequence,
            names: signed.signatures.map(({ kid }) => kid).join(' + '),
            'at@time': signed.feed.expires,
          }}
        />
      </FocusedLine>
      {needsTwo ? (
        <HandOver parts={parts} city={city} ledger={ledger} />
      ) : (
        <Publish parts={parts} ledger={ledger} />
      )}
    </Section>
  )
}

const FocusedLine = ({ children }: { readonly children: ReactNode }) => {
  const line = useFocusOnShow<HTMLParagraphElement>()
  return (
    <p ref={line} tabIndex={-1} className={styles.strong}>
      {children}
    </p>
  )
}

type Given<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }> = {
  readonly parts: StaffParts
  readonly ledger: Ledger<T, F>
}

function HandOver<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }>({
  parts,
  city,
  ledger,
}: Given<T, F> & { readonly city: City }) {
  const { signed } = useStore(ledger.store)
  const { keys } = useStore(city.keys.store)
  if (signed === null) return null
  const isSecondHere = keys.some(
    ({ counts, kid }) => counts && !signed.signatures.some((one) => one.kid === kid),
  )
  return (
    <>
      <SecondSignature city={city} ledger={ledger} />
      <Notice tone="info">
        <p>
          <Said k="staff:out.needsTwo" />
        </p>
      </Notice>
      <Actions>
        <Button
          look={isSecondHere ? 'plain' : 'main'}
          icon="offline"
          onClick={() =>
            parts.services.save(
              `${ledger.name}-${ledger.area}-${signed.feed.sequence}.handover.json`,
              writeHandover({ ...signed, feed: ledger.name }),
            )
          }
        >
          <Said k="staff:out.handOver" />
        </Button>
      </Actions>
    </>
  )
}

function Publish<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }>({
  parts,
  ledger,
}: Given<T, F>) {
  const t = useWords('staff')
  const { signed, putting, trouble } = useStore(ledger.store)
  const login = useRef<HTMLDivElement>(null)
  const [nameId, wordId] = [useId(), useId()]
  if (signed === null) return null
  const isBusy = putting.status !== 'resting'
  const publish = () => {
    const [name = '', password = ''] = [...(login.current?.querySelectorAll('input') ?? [])].map(
      ({ value }) => value,
    )
    void ledger.publish(name === '' ? null : { name, password })
  }
  const isDenied = trouble?.kind === 'put' && trouble.why === 'denied'
  return (
    <>
      <Actions>
        <Button look="main" icon="globe" disabled={isBusy} onClick={publish}>
          <Said k={trouble?.kind === 'put' ? 'staff:out.retry' : 'staff:out.publish'} />
        </Button>
      </Actions>
      <Quiet>
        <Said k="staff:out.where" params={{ address: ledger.address }} />
      </Quiet>
      <div role="status">
        {isBusy ? (
          <Progress
            label={<Said k="staff:out.progress" />}
            done={putting.status === 'putting' ? putting.step : 3}
            total={4}
            text={t.label(putting.status === 'putting' ? `out.step.${putting.step}` : 'out.step.check')}
          />
        ) : null}
      </div>
      {isDenied ? (
        <div ref={login} className={styles.form}>
          <div className={styles.time}>
            <label htmlFor={nameId}>
              <Said k="staff:out.login" />
            </label>
            <input id={nameId} type="text" autoComplete="off" />
          </div>
          <div className={styles.time}>
            <label htmlFor={wordId}>
              <Said k="staff:out.password" />
            </label>
            <input id={wordId} type="password" autoComplete="off" />
          </div>
        </div>
      ) : null}
      <AsFiles parts={parts} ledger={ledger} />
    </>
  )
}

/** For a store that takes no files from here: two files, copied by hand. */
function AsFiles<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }>({
  parts,
  ledger,
}: Given<T, F>) {
  const { signed, putting } = useStore(ledger.store)
  if (signed === null) return null
  const isBusy = putting.status !== 'resting'
  return (
    <More summary={<Said k="staff:out.files" />}>
      <Quiet>
        <Said k="staff:out.filesHint" />
      </Quiet>
      <Actions>
        <Button icon="offline" onClick={() => parts.services.save(`${ledger.name}.json`, signed.bytes)}>
          <Said k="staff:out.file" params={{ file: `${ledger.name}.json` }} />
        </Button>
        <Button
          icon="offline"
          onClick={() => parts.services.save(`${ledger.name}.json.sig`, writeSignatures(signed.signatures))}
        >
          <Said k="staff:out.file" params={{ file: `${ledger.name}.json.sig` }} />
        </Button>
        <Button icon="check" disabled={isBusy} onClick={() => void ledger.confirm()}>
          <Said k="staff:out.confirm" />
        </Button>
      </Actions>
    </More>
  )
}

function Done<T extends { readonly id: string }, F extends FeedHead & { readonly publisher: string }>({
  parts,
  ledger,
}: Given<T, F>) {
  const { signed } = useStore(ledger.store)
  return (
    <Section title={<Said k="staff:out.title" />}>
      <FocusedLine>
        <Said k="staff:out.doneTitle" />
      </FocusedLine>
      <div role="status">
        <Notice tone="info">
          <p>
            <Said
              k="staff:out.done"
              params={{ sequence: signed?.feed.sequence ?? 0, 'at@time': signed?.feed.issued ?? 0 }}
            />
          </p>
          <p>
            <Said k="staff:out.minute" />
          </p>
        </Notice>
      </div>
      <Actions>
        <Button
          look="main"
          onClick={() => {
            ledger.discard()
            parts.routes.go('home')
          }}
        >
          <Said k="staff:out.home" />
        </Button>
      </Actions>
    </Section>
  )
}
