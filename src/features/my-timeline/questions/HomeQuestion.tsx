import { useState } from 'react'
import type { Area } from '#domain/packs/area.ts'
import { addEntry, changeEntry } from '#domain/plan/edits/edit-lists.ts'
import { changePlanHead, together } from '#domain/plan/edits/edit-plan.ts'
import { homePlaceOf } from '#domain/plan/household.ts'
import { roundPosition, type PlanPlace } from '#domain/plan/plan.ts'
import { describeRisk } from '#domain/risk/describe-answer.ts'
import { Heard, Said, useWords, wordsIn } from '#i18n/index.ts'
import { PlacePicker, type ChosenPlace } from '#features/my-map/index.ts'
import { nearestPlace } from '#features/risk/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { LiveRegion } from '#ui/VisuallyHidden.tsx'
import styles from '../interview.module.css'
import type { QuestionProps } from './question-props.ts'

/** Where it is, in words that a person can check: its own name, what is near it, else the numbers. */
export const PlaceWords = ({
  area,
  place: { name, at },
}: {
  readonly area: Area | null
  readonly place: Pick<PlanPlace, 'name' | 'at'>
}) => {
  const t = useWords('interview')
  if (name !== '') return <>{name}</>
  const near = area === null ? null : nearestPlace(area, at)
  if (near === null)
    return <Said text={t('place.position', { lat: at[1].toFixed(4), lng: at[0].toFixed(4) })} />
  const { ja, kana, romaji } = near
  const words = { ja, kana: kana ?? '', ...(romaji === null ? {} : { en: romaji }) }
  return <Said text={t('app:answer.near', { place: wordsIn(t.language, words) })} />
}

/** The headline of the risk, as soon as home is known. */
const Found = ({ tools, facts }: Pick<QuestionProps, 'tools' | 'facts'>) => {
  const risk = facts.home?.risk ?? null
  const report = risk === null || tools.area === null ? null : describeRisk(risk, tools.area.manifest)
  return (
    <>
      <LiveRegion>{report === null ? null : <Heard phrase={report.headline} />}</LiveRegion>
      <Notice tone={report?.reports[0]?.tone ?? 'unknown'}>
        <p>{report === null ? <Said k="interview:home.noArea" /> : <Said phrase={report.headline} />}</p>
      </Notice>
    </>
  )
}

/** Where the family lives. */
export const HomeQuestion = ({ tools, plan, facts, edit }: QuestionProps) => {
  const home = homePlaceOf(plan)
  const [isPicking, setIsPicking] = useState(home === null)
  const choose = ({ at, name }: ChosenPlace) => {
    const place = { at: roundPosition(at), name }
    const area = tools.area === null ? [] : [changePlanHead({ area: tools.area.manifest.area.code })]
    const put =
      home === null
        ? addEntry('places', {
            kind: 'home',
            building: tools.knownBuilding ?? null,
            members: [],
            note: '',
            ...place,
          })
        : changeEntry('places', home.id, place)
    if (edit(together(put, ...area))) setIsPicking(false)
  }
  const { showOnMap } = tools
  if (home === null || isPicking)
    return (
      <>
        <PlacePicker tools={tools} onChoose={choose} />
        {home === null ? null : (
          <Actions>
            <Button look="quiet" onClick={() => setIsPicking(false)}>
              <Said k="interview:home.keep" />
            </Button>
          </Actions>
        )}
      </>
    )
  return (
    <>
      <div className={styles.card}>
        <h4>
          <PlaceWords area={tools.area} place={home} />
        </h4>
        <Found tools={tools} facts={facts} />
        <Actions>
          <Button icon="pencil" onClick={() => setIsPicking(true)}>
            <Said k="interview:home.other" />
          </Button>
          {showOnMap === null ? null : (
            <Button icon="pin" onClick={() => showOnMap(home.at)}>
              <Said k="interview:showOnMap" />
            </Button>
          )}
        </Actions>
      </div>
      <Quiet>
        <Said k="interview:home.kept" />
      </Quiet>
    </>
  )
}
