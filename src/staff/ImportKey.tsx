import { useId, useState, type FormEvent } from 'react'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import type { City, StaffParts } from './parts.ts'
import styles from './staff.module.css'

type Outcome =
  | { readonly status: 'resting' | 'busy' }
  | { readonly status: 'failed'; readonly why: string }
  | { readonly status: 'done'; readonly kid: string; readonly backup: string }

/** Takes an officer's key onto this device. From then on it signs here, and nobody can read it out. */
export const ImportKey = ({ parts, city }: { readonly parts: StaffParts; readonly city: City }) => {
  const [fileId, wordId] = [useId(), useId()]
  const [outcome, setOutcome] = useState<Outcome>({ status: 'resting' })
  const take = async (form: HTMLFormElement) => {
    const data = new FormData(form)
    const [file, word] = [data.get('key'), data.get('word')]
    if (!(file instanceof File) || file.size === 0) return setOutcome({ status: 'failed', why: 'noFile' })
    setOutcome({ status: 'busy' })
    const bytes = new Uint8Array(await file.slice(0, 20_000).arrayBuffer())
    const taken = await city.keys.take(bytes, typeof word === 'string' ? word : '')
    form.reset()
    setOutcome(
      taken.ok
        ? { status: 'done', kid: taken.kid, backup: taken.backup }
        : { status: 'failed', why: taken.why },
    )
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    take(event.currentTarget).catch(() => setOutcome({ status: 'failed', why: 'notAKey' }))
  }
  return (
    <div className={styles.form}>
      <Quiet>
        <Said k="staff:keys.about" />
      </Quiet>
      <form onSubmit={onSubmit} className={styles.form}>
        <div className={styles.time}>
          <label htmlFor={fileId}>
            <Said k="staff:keys.file" />
          </label>
          <input id={fileId} name="key" type="file" accept=".pem,.json,.txt" />
        </div>
        <div className={styles.time}>
          <label htmlFor={wordId}>
            <Said k="staff:keys.word" />
          </label>
          <input id={wordId} name="word" type="password" autoComplete="off" />
        </div>
        <Actions>
          <button type="submit" className={styles.submit} disabled={outcome.status === 'busy'}>
            <Said k="staff:keys.take" />
          </button>
        </Actions>
      </form>
      <Told outcome={outcome} onSave={(kid, backup) => parts.services.save(`${kid}.backup.json`, backup)} />
    </div>
  )
}

const Told = ({
  outcome,
  onSave,
}: {
  readonly outcome: Outcome
  readonly onSave: (kid: string, backup: string) => void
}) => {
  const t = useWords('staff')
  return (
    <>
      <p role="status">{outcome.status === 'busy' ? <Said k="staff:keys.busy" /> : null}</p>
      <div role="alert">
        {outcome.status === 'failed' ? (
          <Notice tone="hazard">
            <p>
              <Said text={t(`keys.why.${outcome.why}`)} />
            </p>
          </Notice>
        ) : null}
      </div>
      {outcome.status === 'done' ? (
        <Notice
          tone="info"
          announce
          actions={
            <Button icon="offline" onClick={() => onSave(outcome.kid, outcome.backup)}>
              <Said k="staff:keys.backup" />
            </Button>
          }
        >
          <p>
            <Said k="staff:keys.done" params={{ kid: outcome.kid }} />
          </p>
        </Notice>
      ) : null}
    </>
  )
}
