import {
  describeMargin,
  describeOutcome,
  describePrepared,
  describeSpeed,
  describeUnknown,
  describeWet,
  placeParams,
} from '#domain/drills/describe-result.ts'
import type { DrillResult } from '#domain/drills/drill-run.ts'
import { formatMetres, Said, useWords } from '#i18n/index.ts'
import { DataList, Datum } from '#ui/DataList.tsx'
import { Notice, type NoticeTone } from '#ui/Notice.tsx'
import type { Finished } from '../state.ts'
import styles from './end.module.css'

/** Nothing is green: who arrived is told so, and no more. */
const TONES: { readonly [outcome in DrillResult['outcome']]: NoticeTone } = {
  arrived: 'info',
  stayed: 'info',
  left: 'info',
  caught: 'hazard',
  tooLate: 'hazard',
  unknown: 'unknown',
}

/** How far somebody walked in water, by its depth; none is told only of who walked, and where water is known. */
const Wet = ({ result }: { readonly result: DrillResult }) => {
  const { language } = useWords('drills')
  const wet = describeWet(result)
  if (result.metres === 0 || (wet.length === 0 && result.unknownMetres >= result.metres)) return null
  return wet.length === 0 ? (
    <p>
      <Said k="drills:end.wet.none" />
    </p>
  ) : (
    <>
      <h4 className={styles.small}>
        <Said k="drills:end.wet.title" />
      </h4>
      <DataList>
        {wet.map(({ depth, metres }) => (
          <Datum key={depth.key} name={<Said phrase={depth} />}>
            <Said text={formatMetres(language, metres)} />
          </Datum>
        ))}
      </DataList>
    </>
  )
}

/** What came of a drill: one plain sentence, then the numbers, each in a sentence of its own. */
export const ResultPart = ({ finished }: { readonly finished: Finished }) => {
  const { result, world, drill } = finished
  if (result === null)
    return (
      <p>
        <Said k="drills:end.class" />
      </p>
    )
  const sites = world.sites.map(({ site }) => site)
  const wanted = result.outcome === 'arrived' ? null : placeParams(sites, drill.run.goal)
  const margin = describeMargin(result)
  const says = [describeUnknown(result), describePrepared(result), describeSpeed(result)]
  return (
    <>
      <Notice tone={TONES[result.outcome]} announce>
        <p className={styles.outcome}>
          <Said phrase={describeOutcome(result, sites)} />
        </p>
        {margin === null ? null : (
          <p>
            <Said phrase={margin} />
          </p>
        )}
      </Notice>
      {wanted === null ? null : (
        <p>
          <Said k="drills:end.goal" params={wanted} />
        </p>
      )}
      <Wet result={result} />
      {says.map((phrase) =>
        phrase === null ? null : (
          <p key={phrase.key}>
            <Said phrase={phrase} />
          </p>
        ),
      )}
    </>
  )
}
