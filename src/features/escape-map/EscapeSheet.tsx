import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { formatClock, formatDate, Said, useWords, wordsIn } from '#i18n/index.ts'
import { EMPTY_MY_MAP } from '#map/map-view.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Actions } from '#ui/Panel.tsx'
import { UnreviewedLine } from '../language/index.ts'
import type { PaperMapRequest } from '../paper/index.ts'
import type { PaperProps } from './EscapePaper.tsx'
import styles from './EscapePaper.module.css'
import { departureRows, reachRows } from './rows.ts'
import { TimesTable } from './TimesTable.tsx'
import { usePaperPicture } from './use-paper-picture.ts'

/** The map on an upright A4 sheet with margins of 12 mm, so that legend and notes have room below. CSS pixels, 96 to the inch. */
const MAP = { width: 703, height: 560, pixelRatio: 3 } as const
/** Degrees of latitude around a place: about 1.2 km each way, some 20 minutes on foot. Own choice. */
const AROUND = 0.011

const around = ([lng, lat]: LngLat): Bounds => {
  const wide = AROUND / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [lng - wide, lat - AROUND, lng + wide, lat + AROUND]
}

/** Of which area, when it was made, for whom and on which assumption. */
const Facts = ({ tools, answer, shown }: PaperProps) => {
  const t = useWords('escape')
  const { question, front, flood, now } = answer.asked
  const hazard = useStore(tools.shelters, (state) => state.hazard)
  const { manifest } = tools.area
  const time = `${formatDate(t.language, new Date(now).toISOString())} ${formatClock(t.language, now)}`
  return (
    <ul className={styles.facts}>
      <li>
        <Said k="paper:head.area" params={{ area: wordsIn(t.language, manifest.area.name) }} />
      </li>
      <li>
        <Said k="escape:paper.made" params={{ time }} />
      </li>
      <li>
        <Said k={`hazards:site.${hazard}`} />
      </li>
      <li>
        <Said k={`roads:who.${question.profile}`} />
      </li>
      <li>
        <Said k={`escape:light.${question.night ? 'night' : 'day'}`} />
      </li>
      {question.manner === 'avoid' ? (
        <li>
          <Said k="roads:who.avoid" />
        </li>
      ) : null}
      <li>
        <Said k={`escape:view.${shown.kind}`} />
      </li>
      {front === null ? null : front.kind === 'arrivesIn' ? (
        <li>
          <Said k="escape:paper.within" params={{ minutes: front.seconds / 60 }} />
        </li>
      ) : (
        <li>
          <Said
            k="escape:paper.series"
            params={{ name: flood === null ? '' : wordsIn(t.language, flood.name), minutes: front.minute }}
          />
        </li>
      )}
    </ul>
  )
}

/** One upright A4 sheet: the roads in black and white, their legend, and what they do not know. */
export const EscapeSheet = (props: PaperProps & { readonly onBack: () => void }) => {
  const { tools, shown, closures, onBack } = props
  const t = useWords('escape')
  const { at, area } = tools
  const [what, setWhat] = useState<'around' | 'whole'>(at === null ? 'whole' : 'around')
  const request = useMemo(
    (): PaperMapRequest => ({
      frame: { ...MAP, bounds: at === null || what === 'whole' ? [...area.manifest.bounds] : around(at) },
      mine: EMPTY_MY_MAP,
      shown: [],
      language: t.language,
      ways: {
        routes: [],
        network:
          shown.kind === 'reach'
            ? { kind: 'reach', pieces: shown.reach.pieces }
            : { kind: 'departure', pieces: shown.departures.pieces },
      },
    }),
    [at, what, area, t.language, shown],
  )
  const picture = usePaperPicture(request, tools.drawMap)
  return (
    <>
      <div className={styles.bar}>
        <Actions>
          <Button icon="back" onClick={onBack}>
            <Said k="paper:bar.back" />
          </Button>
          <Button look="main" disabled={picture.status === 'drawing'} onClick={tools.print}>
            <Said k="paper:bar.print" />
          </Button>
        </Actions>
        {at === null ? null : (
          <Chips<'around' | 'whole'>
            legend={<Said k="escape:paper.what" />}
            options={(['around', 'whole'] as const).map((value) => ({
              value,
              label: <Said k={`escape:paper.${value}`} />,
            }))}
            value={what}
            onChange={setWhat}
          />
        )}
      </div>
      <article className={styles.sheet}>
        <h1>
          <Said k="app:title.escape" />
        </h1>
        <Facts {...props} />
        {picture.status === 'drawn' ? (
          <img
            className={styles.picture}
            src={picture.url}
            width={MAP.width}
            height={MAP.height}
            alt={t.label('paper.alt')}
          />
        ) : (
          <p className={styles.noPicture} role="status">
            <Said k={picture.status === 'drawing' ? 'paper:map.drawing' : 'escape:paper.notDrawn'} />
          </p>
        )}
        <div className={styles.below}>
          <TimesTable
            rows={
              shown.kind === 'reach'
                ? reachRows(shown.reach, 'print')
                : departureRows(shown.departures, 'print')
            }
          />
          <div className={styles.notes}>
            {[
              ...closures.says,
              ...['roads:first.plan', 'escape:notes.crowd', 'escape:notes.unknown', 'roads:first.level5'].map(
                (key) => ({ key }),
              ),
            ].map((phrase) => (
              <p key={phrase.key}>
                <Said phrase={phrase} />
              </p>
            ))}
            <UnreviewedLine />
          </div>
        </div>
        <ul className={styles.sources} lang="ja" translate="no">
          {area.manifest.sources.map(({ id, credit }) => (
            <li key={id}>{credit}</li>
          ))}
        </ul>
      </article>
    </>
  )
}
