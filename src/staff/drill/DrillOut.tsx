import { useId, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { appAddress } from '#app/app-address.ts'
import {
  linkOfInvitation,
  MOST_GROUP,
  roomForInvitation,
  writeInvitation,
} from '#domain/drills/invitation.ts'
import { joinCodeOf } from '#domain/drills/join-code.ts'
import type { DrillInvitation, Scenario } from '#domain/drills/scenario.ts'
import { writeScenario } from '#domain/drills/write-scenario.ts'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import { cleanText } from '#domain/plan/text.ts'
import { carried } from '#domain/publish/draft-scenario.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { TextField } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Section } from '#ui/Panel.tsx'
import { QrPicture } from '#ui/QrPicture.tsx'
import { isUnsaved, keepDrill } from '../drill-desk.ts'
import type { StaffParts } from '../parts.ts'
import { TimeField } from '../TimeField.tsx'
import styles from './drill.module.css'

/** What a poster is made of; null = it does not fit into a link. */
export type Invited = {
  readonly invitation: DrillInvitation
  readonly code: string | null
  readonly link: string | null
}

/** The invitation to a drill as it stands on the desk. @param address of the app, without its fragment */
function invite(
  scenario: Scenario,
  area: string,
  begins: number | null,
  group: string,
  address: string,
): Invited {
  const invitation: DrillInvitation = {
    area,
    scenario: carried(scenario),
    begins,
    group: group === '' ? null : group,
  }
  const text = writeInvitation(invitation, roomForInvitation(address))
  return {
    invitation,
    code: joinCodeOf(invitation),
    link: text.ok ? linkOfInvitation(address, text.value) : null,
  }
}

/** Step 7: the file, the invitation, the poster. Nothing of it is sent anywhere. */
export const DrillOut = ({
  parts,
  area,
  scenario,
  onPoster,
}: {
  readonly parts: StaffParts
  readonly area: string
  readonly scenario: Scenario
  readonly onPoster: (invited: Invited) => void
}) => {
  const desk = useStore(parts.drill)
  const { begins, group } = desk
  const [isSaved, setIsSaved] = useState(false)
  const isKept = isSaved && !isUnsaved(desk)
  const invited = useMemo(
    () => invite(scenario, area, begins, group, appAddress()),
    [scenario, area, begins, group],
  )
  return (
    <Section title={<Said k="staff:drill.out.title" />}>
      <Actions>
        <Button
          look="main"
          icon="offline"
          onClick={() => {
            parts.services.save(`drill-${scenario.id}.json`, writeScenario(scenario))
            keepDrill(parts.drill)
            setIsSaved(true)
          }}
        >
          <Said k="staff:drill.out.save" />
        </Button>
      </Actions>
      <p role="status">{isKept ? <Said k="staff:drill.out.saved" /> : null}</p>
      <When parts={parts} begins={begins} group={group} />
      <Ways invited={invited} />
      {invited.link === null ? null : (
        <Actions>
          <Button icon="list" onClick={() => onPoster(invited)}>
            <Said k="staff:drill.out.poster" />
          </Button>
        </Actions>
      )}
    </Section>
  )
}

const QUARTER = 900_000

const When = ({
  parts,
  begins,
  group,
}: {
  readonly parts: StaffParts
  readonly begins: number | null
  readonly group: string
}) => (
  <>
    <Chips
      legend={<Said k="staff:drill.out.begins" />}
      value={begins === null ? 'any' : 'at'}
      options={[
        { value: 'any', label: <Said k="staff:drill.out.anyTime" /> },
        { value: 'at', label: <Said k="staff:when.chosen" /> },
      ]}
      onChange={(chosen) =>
        parts.drill.setState({
          begins: chosen === 'any' ? null : Math.ceil(parts.services.clock.now() / QUARTER) * QUARTER,
        })
      }
    />
    {begins === null ? null : (
      <TimeField
        label={<Said k="staff:drill.out.beginsAt" />}
        value={begins}
        onChange={(time) => parts.drill.setState({ begins: time })}
      />
    )}
    <TextField
      label={<Said k="staff:drill.out.group" />}
      value={group}
      most={MOST_GROUP}
      onCommit={(typed) => parts.drill.setState({ group: cleanText(typed, MOST_GROUP) })}
    />
  </>
)

/** The link, its picture and the six signs, or why there are none. */
const Ways = ({ invited: { invitation, code, link } }: { readonly invited: Invited }) => {
  const t = useWords('drills')
  const id = useId()
  const matrix = useMemo(() => (link === null ? null : qrMatrix(link)), [link])
  const whyNot = typeof invitation.scenario === 'string' ? 'Time' : 'Own'
  return (
    <>
      <div role="status">
        {code === null ? (
          <Notice tone="info">
            <p>
              <Said k={`staff:drill.out.noCode${whyNot}`} />
            </p>
          </Notice>
        ) : (
          <p>
            <Said k="staff:drill.out.code" />{' '}
            <span className={styles.signs} lang="zxx" dir="ltr">
              {[...code].join(' ')}
            </span>
          </p>
        )}
        {link === null ? (
          <Notice tone="hazard">
            <p>
              <Said k="staff:drill.out.tooLong" />
            </p>
          </Notice>
        ) : null}
      </div>
      {link === null || matrix === null ? null : (
        <>
          <div className={styles.number}>
            <label htmlFor={id}>
              <Said k="staff:drill.out.link" />
            </label>
            <input
              id={id}
              readOnly
              type="text"
              dir="ltr"
              value={link}
              onFocus={(event) => event.target.select()}
            />
          </div>
          <div className={styles.qr}>
            <QrPicture matrix={matrix} label={t.label('poster.qr')} />
          </div>
        </>
      )}
    </>
  )
}
