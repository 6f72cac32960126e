import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { areaOf } from '#features/offline-areas/index.ts'
import { layerData } from '#features/layers/index.ts'
import { Said } from '#i18n/index.ts'
import { describeView, type ViewSentence } from '#map/describe-view.ts'
import type { MapScene } from '#map/map-view.ts'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import type { Parts } from './parts.ts'
import { usePlan } from './use-plan.ts'

/** After the last movement; shorter would count tiles that are still on their way. Milliseconds. */
const AFTER_MOVING = 900
/** Until zones that could not be read are looked for again, at most. Milliseconds. */
const LONGEST_PAUSE = 15_000

const nameOf = (about: NonNullable<ViewSentence['about']>): string =>
  'layer' in about ? `layers:name.${about.layer}` : `layers:kind.${about.kind}`

/** What can be seen on the map, in sentences: the text alternative of the picture. Not a live region: it is read on demand. */
export const MapDescription = ({ parts }: { readonly parts: Parts }) => {
  const { controller, camera, status } = useStore(parts.map)
  const layers = useStore(parts.layers)
  const house = useStore(parts.plan.store, (state) => state.house)
  const plan = usePlan(house)
  const [scene, setScene] = useState<MapScene | null>(null)
  useEffect(() => {
    if (controller === null) return
    let timer: ReturnType<typeof setTimeout>
    // Zones that are still on their way are looked for again, else "not read yet" would stand there for good.
    const lookAfter = (pause: number) => {
      timer = setTimeout(() => {
        const now = controller.scene()
        setScene(now)
        if (now.status === 'starting' || now.zones === 'unread') lookAfter(Math.min(pause * 2, LONGEST_PAUSE))
      }, pause)
    }
    lookAfter(AFTER_MOVING)
    return () => clearTimeout(timer)
  }, [controller, camera, status, layers, plan])
  const area = useStore(parts.areas.store, areaOf)
  if (scene === null) return null
  const inPack = area?.manifest.layers ?? []
  return (
    <VisuallyHidden>
      <ul>
        {describeView(scene, (id) => layerData(inPack, id).state).map(({ about, phrase }, index) => (
          <li key={index}>
            {about === null ? null : (
              <>
                <Said k={nameOf(about)} />{' '}
              </>
            )}
            <Said phrase={phrase} />
          </li>
        ))}
      </ul>
    </VisuallyHidden>
  )
}
