import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { EMPTY_MY_MAP } from '#map/map-view.ts'
import { Button } from '#ui/Button.tsx'
import { Chips } from '#ui/Choice.tsx'
import { Actions } from '#ui/Panel.tsx'
import { UnreviewedLine } from '../language/index.ts'
import type { PaperMapRequest } from '../paper/index.ts'
import { limitOf } from '../ways/index.ts'
import type { PaperProps } from './EscapePaper.tsx'
import styles from './EscapePaper.module.css'
import { rowsOf } from './rows.ts'
import { TimesTable } from './TimesTable.tsx'
import { networkOf } from './use-map-ways.ts'
import { usePaperPicture, type PaperPicture } from './use-paper-picture.ts'

/** The map on an upright A4 sheet with margins of 12 mm, so that legend and notes have room below. CSS pixels, 96 to the inch. */
const MAP = { width: 703, height: 500, pixelRatio: 3 } as const
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
  return (
    <ul className={styles.facts}>
      <li>
        <Said k="paper:head.area" params={{ area: wordsIn(t.language, manifest.area.name) }} />
      </li>
      <li>
        <Said k="escape:paper.made" params={{ 'time@time': now }} />
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
          <Said k="escape:avoid.label" />
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

/** What the map on the sheet shows; the same value until it becomes another. */
function useRequest({ tools, shown }: PaperProps, bounds: 'around' | 'whole'): PaperMapRequest {
  const { language } = useWords('escape')
  const { at, area } = tools
  return useMemo(
    () => ({
      frame: { ...MAP, bounds: at === null || bounds === 'whole' ? [...area.manifest.bounds] : around(at) },
      mine: EMPTY_MY_MAP,
      shown: [],
      language,
      ways: { routes: [], network: networkOf(shown) },
    }),
    [at, bounds, area, language, shown],
  )
}

const NOTES = ['roads:first.plan', 'escape:notes.crowd', 'escape:notes.unknown']

/** Legend and notes side by side, and whose facts stand on the sheet. */
const Below = ({ tools, shown, closures }: PaperProps) => {
  const hazard = useStore(tools.shelters, (state) => state.hazard)
  const says = [...closures.says, ...NOTES.map((key) => ({ key })), limitOf(hazard)]
  return (
    <>
      <div className={styles.below}>
        <TimesTable rows={rowsOf(shown, 'print')} />
        <div className={styles.notes}>
          {says.map((phrase) => (
            <p key={phrase.key}>
              <Said phrase={phrase} />
            </p>
          ))}
          <UnreviewedLine />
        </div>
      </div>
      <ul className={styles.sources} lang="ja" translate="no">
        {[...new Set(tools.area.manifest.sources.map(({ credit }) => credit))].map((credit) => (
          <li key={credit}>{credit}</li>
        ))}
      </ul>
    </>
  )
}

const Picture = ({ picture }: { readonly picture: PaperPicture }) => {
  const t = useWords('escape')
  return picture.status === 'drawn' ? (
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
  )
}

/** One upright A4 sheet: the roads in black and white, their legend, and what they do not know. */
export const EscapeSheet = (props: PaperProps & { readonly onBack: () => void }) => {
  const { tools, onBack } = props
  const [bounds, setBounds] = useState<'around' | 'whole'>(tools.at === null ? 'whole' : 'around')
  const picture = usePaperPicture(useRequest(props, bounds), tools.drawMap)
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
        {tools.at === null ? null : (
          <Chips<'around' | 'whole'>
            legend={<Said k="escape:paper.what" />}
            options={(['around', 'whole'] as const).map((value) => ({
              value,
              label: <Said k={`escape:paper.${value}`} />,
            }))}
            value={bounds}
            onChange={setBounds}
          />
        )}
      </div>
      <article className={styles.sheet}>
        <h1>
          <Said k="app:title.escape" />
        </h1>
        <Facts {...props} />
        <Picture picture={picture} />
        <Below {...props} />
      </article>
    </>
  )
}
