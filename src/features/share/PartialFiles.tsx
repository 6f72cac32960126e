import { useState } from 'react'
import type { NamedKind } from '#domain/plan/foreign-things.ts'
import { GEOJSON_TYPE, writeGeoJson } from '#domain/plan/geojson.ts'
import { GPX_TYPE, writeGpx } from '#domain/plan/gpx.ts'
import { planFileName } from '#domain/plan/plan-file.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import type { PlanTools } from '../plan/index.ts'

/** The key of the name of a kind, for things that have none of their own. */
function kindKey({ list, kind }: NamedKind): string {
  switch (list) {
    case 'marks':
      return `mymap:kind.mark.${kind}`
    case 'places':
      return `mymap:kind.place.${kind}`
    case 'destinations':
      return `mymap:kind.destination.${kind}`
    case 'routes':
      return 'share:file.route'
  }
}

/** What of the plan other programs read: marks as GeoJSON, routes as GPX. Neither is a copy of the plan. */
export const PartialFiles = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const t = useWords('share')
  const [told, setTold] = useState<'saved' | 'failed' | null>(null)
  const words = (thing: NamedKind) => t.label(kindKey(thing))
  const save = (ending: string, type: string, text: string) => {
    const handed = tools.sharer.download(planFileName(plan, ending), new Blob([text], { type }))
    setTold(handed === 'done' ? 'saved' : 'failed')
  }
  return (
    <>
      <Quiet>
        <Said k="share:file.notWhole" />
      </Quiet>
      <Actions>
        <Button onClick={() => save('.geojson', GEOJSON_TYPE, writeGeoJson(plan, words))}>
          <Said k="share:file.geojson" />
        </Button>
        <Button onClick={() => save('.gpx', GPX_TYPE, writeGpx(plan, words))}>
          <Said k="share:file.gpx" />
        </Button>
      </Actions>
      <div role="status">
        {told === null ? null : (
          <p>
            <Said k={`share:file.${told}`} />
          </p>
        )}
      </div>
    </>
  )
}
