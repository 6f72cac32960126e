import { useEffect, useRef, useState } from 'react'
import type { Area } from '#domain/packs/area.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { siteWords } from '../shelters/index.ts'
import { SiteOffers, type ChooseSite } from './SiteOffers.tsx'
import styles from './ThingPanel.module.css'

/** What was chosen: by its name in the list, else as the plan calls it. */
const Chosen = ({
  area,
  site,
  name,
}: {
  readonly area: Area
  readonly site: string | null
  readonly name: string
}) => {
  const t = useWords('mymap')
  const known = area.sites?.find(({ id }) => id === site)
  if (site === null) return <Said k="mymap:site.none" />
  return known === undefined ? name : <Said text={wordsIn(t.language, siteWords(known.name))} />
}

/** Chooses a site out of the area's list: the designated ones first, then the nearest, each with both facts. */
export const SiteChoice = ({
  area,
  plan,
  site,
  name,
  onChoose,
}: {
  readonly area: Area | null
  readonly plan: Plan
  readonly site: string | null
  /** What the plan calls it. */
  readonly name: string
  readonly onChoose: ChooseSite
}) => {
  const [isOpen, setOpen] = useState(site === null)
  const chosenName = useRef<HTMLParagraphElement>(null)
  const wasChosen = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone: whoever chose goes on where the choice is told.
    if (wasChosen.current && !isOpen) chosenName.current?.focus()
    wasChosen.current = false
  }, [isOpen])
  if (area?.sites == null || area.sites.length === 0)
    return (
      <Notice tone="unknown">
        <p>
          <Said k="mymap:site.noList" />
        </p>
      </Notice>
    )
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>
        <Said k="mymap:site.choose" />
      </h3>
      <p ref={chosenName} tabIndex={-1} className={styles.value}>
        <Chosen area={area} site={site} name={name} />
      </p>
      {isOpen ? (
        <SiteOffers
          area={area}
          plan={plan}
          onChoose={(chosen) => {
            wasChosen.current = true
            setOpen(false)
            onChoose(chosen)
          }}
        />
      ) : (
        <Button icon="shelter" onClick={() => setOpen(true)}>
          <Said k="mymap:site.another" />
        </Button>
      )}
    </section>
  )
}
