import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { PackManifest } from '#domain/packs/area-pack.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { checkPlan } from '#domain/timeline/check-plan.ts'
import { describeDanger } from '#domain/timeline/describe-timeline.ts'
import { describeWarning } from '#domain/timeline/describe-warning.ts'
import { relevantHazards } from '#domain/timeline/relevant-hazards.ts'
import { languageOf, Said, useManyWords, useWords, type OtherWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Notice } from '#ui/Notice.tsx'
import { activePlan, type PlanTools } from '../plan/index.ts'
import { PaperPart, Sentences } from './Beside.tsx'
import { firstChoices, languagesOf, type PaperChoices } from './choices.ts'
import { firstWater, paperLayers, waterLayersOf } from './map-layers.ts'
import { centreOf, myMapOf, numberThings, paperBounds } from './numbered.ts'
import styles from './Paper.module.css'
import { closuresForPaper, marksForPaper } from './paper-closures.ts'
import { PaperBar } from './PaperBar.tsx'
import { PaperClosures } from './PaperClosures.tsx'
import { PaperCode } from './PaperCode.tsx'
import { PaperContacts } from './PaperContacts.tsx'
import { PaperDestinations } from './PaperDestinations.tsx'
import { PaperFoot } from './PaperFoot.tsx'
import { PaperHead } from './PaperHead.tsx'
import { PaperKit } from './PaperKit.tsx'
import { PaperMap } from './PaperMap.tsx'
import { PaperRisk } from './PaperRisk.tsx'
import { PaperTimelines } from './PaperTimeline.tsx'
import { PaperContext } from './paper-context.ts'
import { inPixels, mapSize, PIXEL_RATIO } from './paper-sizes.ts'
import { useMapPicture, type DrawPaperMap, type MapPicture } from './use-map-picture.ts'
import { withoutNames } from './without-names.ts'

type PaperProps = {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly choices: PaperChoices
  /** The address of the app without its fragment, for the QR code. */
  readonly address: string
}

/** What the map of the paper shows, worked out from the plan and the choices. */
function useMap({ tools, plan, choices }: PaperProps, drawMap: DrawPaperMap | null) {
  const manifest = tools.area?.manifest ?? null
  const things = useMemo(() => numberThings(plan), [plan])
  const bounds = paperBounds(things)
  const size = mapSize(choices)
  const frame =
    bounds === null
      ? null
      : { bounds, width: inPixels(size.width), height: inPixels(size.height), pixelRatio: PIXEL_RATIO }
  const risk = tools.factsOf(plan).home?.risk ?? null
  const waters = manifest === null ? [] : waterLayersOf(manifest)
  const water =
    waters.find((layer) => layer === choices.water) ?? (manifest === null ? null : firstWater(manifest, risk))
  const shown = manifest === null ? [] : paperLayers(manifest, water)
  const near = useMemo(() => closuresForPaper(plan, tools.closures), [plan, tools.closures])
  const closures = marksForPaper(near, tools.closures)
  const isWanted = choices.parts.includes('map') && frame !== null && manifest !== null
  const picture = useMapPicture(
    isWanted ? { frame, mine: myMapOf(things), shown, language: choices.first, closures } : null,
    drawMap,
  )
  return {
    things,
    centre: centreOf(things),
    frame,
    near,
    closures,
    width: size.width,
    manifest,
    shown,
    picture,
    waters,
    water,
  }
}

/** Where the plan cannot work: said on the paper too, so that nobody trusts it blindly. At most so many. Own choice. */
const MOST_WARNINGS = 6

const Warnings = ({ tools, plan }: Pick<PaperProps, 'tools' | 'plan'>) => {
  const warnings = checkPlan(plan, tools.factsOf(plan)).slice(0, MOST_WARNINGS)
  return warnings.length === 0 ? null : (
    <PaperPart name="warnings" title="paper:warnings.title">
      <Sentences
        phrases={warnings.map((warning) => describeWarning(warning, plan))}
        about={warnings.map(({ hazard }) => (hazard === null ? null : describeDanger(hazard)))}
      />
    </PaperPart>
  )
}

/** The document itself. */
const Document = ({
  tools,
  plan,
  choices,
  address,
  map,
  languages,
}: PaperProps & {
  readonly map: ReturnType<typeof useMap>
  readonly languages: readonly OtherWords[]
}) => {
  const facts = tools.factsOf(plan)
  const manifest: PackManifest | null = map.manifest
  const has = (part: PaperChoices['parts'][number]) => choices.parts.includes(part)
  const first = languageOf(choices.first)
  return (
    <PaperContext value={{ languages, names: choices.names }}>
      <article
        className={classNames(styles.paper, styles[`${choices.size}-${choices.turn}`])}
        lang={first.htmlLang}
        dir={first.dir}
      >
        <PaperHead plan={plan} manifest={manifest} now={tools.now()} />
        <div className={styles.together} data-columns={languages.length}>
          <PaperRisk plan={plan} facts={facts} manifest={manifest} />
        </div>
        <div className={styles.together} data-columns={languages.length}>
          <PaperDestinations
            facts={facts}
            things={has('map') ? map.things : []}
            hazards={relevantHazards(plan, facts).map(({ hazard }) => hazard)}
          />
          <Warnings tools={tools} plan={plan} />
        </div>
        {has('map') ? <PaperMap {...map} /> : null}
        <div className={styles.together} data-columns={languages.length}>
          <PaperClosures near={map.near} now={tools.closures} />
        </div>
        {has('timeline') ? <PaperTimelines plan={plan} facts={facts} /> : null}
        <div className={styles.together} data-columns={languages.length}>
          {has('contacts') ? <PaperContacts plan={plan} /> : null}
          {has('code') && choices.names ? <PaperCode plan={plan} address={address} /> : null}
        </div>
        {has('kit') ? <PaperKit plan={plan} /> : null}
        <PaperFoot manifest={manifest} />
      </article>
    </PaperContext>
  )
}

const isReady = (words: 'ready' | 'loading' | 'failed', picture: MapPicture): boolean =>
  words === 'ready' && picture.status !== 'drawing'

const PaperOf = ({
  drawMap,
  plan: named,
  onChange,
  ...props
}: PaperProps & {
  readonly drawMap: DrawPaperMap | null
  readonly onChange: (choices: PaperChoices) => void
}) => {
  const { tools, choices } = props
  const plan = useMemo(() => (choices.names ? named : withoutNames(named)), [named, choices.names])
  const words = useManyWords(languagesOf(choices))
  const map = useMap({ ...props, plan }, drawMap)
  return (
    <div className={styles.page}>
      <PaperBar
        choices={{ ...choices, water: map.water }}
        waters={map.waters}
        isReady={isReady(words.status, map.picture)}
        onChange={onChange}
        onPrint={() => tools.sharer.print()}
        onBack={() => tools.back()}
      />
      {words.status === 'ready' ? (
        <Document {...props} plan={plan} map={map} languages={words.languages} />
      ) : words.status === 'loading' ? (
        <p role="status">
          <Said k="paper:loading" />
        </p>
      ) : (
        <Notice
          tone="unknown"
          announce
          actions={
            <Button onClick={words.again}>
              <Said k="paper:again" />
            </Button>
          }
        >
          <p>
            <Said k="paper:noWords" />
          </p>
        </Notice>
      )}
    </div>
  )
}

/**
 * The plan as a document for paper, in one language or two, and what can be chosen of it. It is a page of its own: white, black
 * on white in every theme, and only the document is printed.
 */
export const PaperPage = ({
  tools,
  drawMap,
  address,
}: {
  readonly tools: PlanTools
  /** Draws the map; null = no map can be drawn here (no WebGL, no map files). Keep it the same between renderings. */
  readonly drawMap: DrawPaperMap | null
  /** The address of the app without its fragment. */
  readonly address: string
}) => {
  const t = useWords('paper')
  const plan = activePlan(useStore(tools.plans.store))
  const [choices, setChoices] = useState<PaperChoices>(() => firstChoices(t.language))
  if (plan === null)
    return (
      <div className={styles.page}>
        <Notice tone="info">
          <p>
            <Said k="paper:noPlan" />
          </p>
        </Notice>
        <Button icon="back" onClick={() => tools.back()}>
          <Said k="paper:bar.back" />
        </Button>
      </div>
    )
  return (
    <PaperOf
      tools={tools}
      drawMap={drawMap}
      plan={plan}
      choices={choices}
      address={address}
      onChange={setChoices}
    />
  )
}
