import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { RiskAnswer } from '#domain/risk/hazard-answer.ts'
import { decideStay } from '#domain/stay/decide-stay.ts'
import { describeStay } from '#domain/stay/describe-stay.ts'
import type { Home } from '#domain/stay/home.ts'
import { Heard, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import { HomeForm } from './HomeForm.tsx'
import { StayOutcome } from './StayOutcome.tsx'
import styles from './StayCard.module.css'

type CardProps = {
  readonly risk: RiskAnswer
  readonly home: Home | null
  /** False when the device could not keep the home. */
  readonly kept: boolean
  /** Keeps another home; null forgets it. */
  readonly onHome: (home: Home | null) => void
  /** Where the home is kept elsewhere (in the family's plan): opens it there, instead of the form here. */
  readonly onEdit?: () => void
}

const Invitation = ({
  deleted,
  onStart,
  onUndo,
}: {
  readonly deleted: Home | null
  readonly onStart: () => void
  readonly onUndo: () => void
}) => (
  <>
    {deleted === null ? null : (
      <Notice
        tone="info"
        announce
        actions={
          <Button onClick={onUndo}>
            <Said k="stay:form.undo" />
          </Button>
        }
      >
        <p>
          <Said k="stay:form.cleared" />
        </p>
      </Notice>
    )}
    <p>
      <Said k="stay:form.invite" />
    </p>
    <Actions>
      <Button look="main" icon="house" onClick={onStart}>
        <Said k="stay:form.start" />
      </Button>
    </Actions>
  </>
)

const Decision = ({
  risk,
  home,
  kept,
  children,
}: Omit<CardProps, 'onHome' | 'onEdit' | 'home'> & { readonly home: Home; readonly children: ReactNode }) => {
  const t = useWords('stay')
  return (
    <>
      <p>
        <Said text={t('part.home', { storeys: home.storeys, floor: home.floor })} />
      </p>
      <StayOutcome risk={risk} home={home} decision={decideStay(risk, home)} />
      {kept ? null : (
        <Quiet>
          <Said k="settings:notKept" />
        </Quiet>
      )}
      {children}
    </>
  )
}

/** Reads the decision out when it changes, and nothing while there is none. */
const Announced = ({ risk, home }: Pick<CardProps, 'risk' | 'home'>) => {
  const t = useWords('stay')
  const headlines =
    home === null
      ? []
      : describeStay(decideStay(risk, home), home).parts.map(({ headline }) => t.phrase(headline))
  return (
    <LiveRegion>
      <Heard text={headlines.join(' ')} />
    </LiveRegion>
  )
}

/**
 * Stay or leave, in this person's building at this place: the decision once the building is known, before that an
 * invitation to tell about it.
 */
export const StayCard = ({ risk, home, kept, onHome, onEdit }: CardProps) => {
  const [editing, setEditing] = useState(false)
  const [deleted, setDeleted] = useState<Home | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const acted = useRef(false)
  useEffect(() => {
    // Whoever pressed a button that is gone now goes on from the title; an open form takes the focus itself.
    if (acted.current && !editing) title.current?.focus()
    acted.current = false
  }, [editing, home])
  const edit = (on: boolean) => {
    acted.current = true
    setEditing(on)
  }
  const keep = (next: Home | null, before: Home | null = null) => {
    edit(false)
    onHome(next)
    setDeleted(before)
  }
  return (
    <section className={styles.card}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        <Said k="stay:title" />
      </h3>
      <Announced risk={risk} home={editing ? null : home} />
      {editing ? (
        <HomeForm home={home} onSave={keep} onCancel={() => edit(false)} />
      ) : home === null ? (
        <Invitation deleted={deleted} onStart={() => edit(true)} onUndo={() => keep(deleted)} />
      ) : (
        <Decision risk={risk} home={home} kept={kept}>
          <Actions>
            <Button icon="house" onClick={onEdit ?? (() => edit(true))}>
              <Said k="stay:form.change" />
            </Button>
            {onEdit === undefined ? (
              <Button look="quiet" onClick={() => keep(null, home)}>
                <Said k="stay:form.clear" />
              </Button>
            ) : null}
          </Actions>
        </Decision>
      )}
    </section>
  )
}
