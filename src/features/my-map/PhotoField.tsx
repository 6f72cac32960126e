import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import type { LngLat } from '#domain/geo/lng-lat.ts'
import { MOST, type Mark, type Plan } from '#domain/plan/plan.ts'
import { Said, useWords } from '#i18n/index.ts'
import type { PhotoFailure } from '#platform/ports.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import type { PlanTools } from '../plan/index.ts'
import { usePhoto } from './use-photo.ts'
import styles from './ThingPanel.module.css'

type Photo = Mark['photo']
type Stage =
  | { readonly is: 'resting' | 'working' | 'kept' | 'removed' | 'stopped' | 'noPlace' | 'placed' }
  | { readonly is: 'failed'; readonly why: PhotoFailure | 'notKept' | 'full' }

const Shown = ({
  tools,
  photo: { id, width, height },
  name,
}: {
  readonly tools: PlanTools
  readonly photo: NonNullable<Photo>
  readonly name: string
}) => {
  const t = useWords('mymap')
  const view = usePhoto(tools, id)
  if (view.state !== 'here')
    return (
      <p className={styles.noPhoto}>
        <Said k={`mymap:photo.${view.state}`} />
      </p>
    )
  return (
    <img
      className={styles.photo}
      src={view.url}
      width={width}
      height={height}
      alt={t.label('photo.alt', { name })}
    />
  )
}

/** Makes a chosen photo small and keeps it. What comes back after the person stopped, or went away, is let go. */
function useKeeping(tools: PlanTools, plan: Plan, onKept: (photo: Photo, file: File) => void) {
  const [stage, setStage] = useState<Stage>({ is: 'resting' })
  const working = useRef<AbortController | null>(null)
  useEffect(() => () => working.current?.abort(), [])
  const keep = async (file: File, isReplaced: boolean) => {
    const taken = plan.marks.filter((mark) => mark.photo !== null).length
    if (!isReplaced && taken >= MOST.photos) return setStage({ is: 'failed', why: 'full' })
    working.current?.abort()
    const control = new AbortController()
    working.current = control
    setStage({ is: 'working' })
    const made = await tools.photos.shrink(file, control.signal)
    if (control.signal.aborted) return
    if (!made.ok) return setStage({ is: 'failed', why: made.why })
    const isKept = await tools.plans.commands.keepPhoto(made.photo)
    if (control.signal.aborted) return
    if (!isKept) return setStage({ is: 'failed', why: 'notKept' })
    const { id, width, height } = made.photo
    setStage({ is: 'kept' })
    onKept({ id, width, height }, file)
  }
  const stop = () => {
    working.current?.abort()
    setStage({ is: 'stopped' })
  }
  return { stage, setStage, keep, stop }
}

const Told = ({ stage }: { readonly stage: Stage }) => (
  <>
    <p role="status">
      {stage.is === 'resting' || stage.is === 'working' || stage.is === 'failed' ? null : (
        <Said k={`mymap:photo.${stage.is}`} />
      )}
    </p>
    <div role="alert">
      {stage.is !== 'failed' ? null : (
        <p className={styles.fault}>
          <Said
            k={`mymap:photo.failed.${stage.why}`}
            {...(stage.why === 'full' ? { params: { count: MOST.photos } } : {})}
          />
        </p>
      )}
    </div>
  </>
)

/** A picture taken with the camera or chosen: native inputs behind buttons with words. */
const Pick = ({ onFile }: { readonly onFile: (file: File) => void }) => {
  const [camera, gallery] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file !== undefined) onFile(file)
    // The same file can be chosen again.
    event.target.value = ''
  }
  return (
    <>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take} />
      <input ref={gallery} type="file" accept="image/*" hidden data-gallery="" onChange={take} />
      <Button icon="plus" onClick={() => camera.current?.click()}>
        <Said k="mymap:photo.take" />
      </Button>
      <Button onClick={() => gallery.current?.click()}>
        <Said k="mymap:photo.choose" />
      </Button>
    </>
  )
}

type FieldProps = {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly photo: Photo
  /** What is on it, for whoever does not see it. */
  readonly name: string
  readonly onPhoto: (photo: Photo) => void
  /** Takes the place where the photo was taken; null where a place makes no sense. */
  readonly onPlace: ((at: LngLat) => void) | null
}

/** What can be done; another photo can be chosen while one is still being made small. */
const Choices = ({
  photo,
  onFile,
  onPlace,
  onRemove,
}: {
  readonly photo: Photo
  readonly onFile: (file: File) => void
  /** null = it is not known which file the photo came from. */
  readonly onPlace: (() => void) | null
  readonly onRemove: () => void
}) => (
  <Actions>
    <Pick onFile={onFile} />
    {photo === null || onPlace === null ? null : (
      <Button icon="pin" onClick={onPlace}>
        <Said k="mymap:photo.place" />
      </Button>
    )}
    {photo === null ? null : (
      <Button look="quiet" icon="bin" onClick={onRemove}>
        <Said k="mymap:photo.remove" />
      </Button>
    )}
  </Actions>
)

const Working = ({ onStop }: { readonly onStop: () => void }) => (
  <>
    <Progress label={<Said k="mymap:photo.working" />} done={0} total={0} text="" />
    <Actions>
      <Button icon="close" onClick={onStop}>
        <Said k="mymap:photo.stop" />
      </Button>
    </Actions>
  </>
)

/** The photo of a mark: taken or chosen, made small on the device, replaced, removed. */
export const PhotoField = ({ tools, plan, photo, name, onPhoto, onPlace }: FieldProps) => {
  // The file that the photo shown was made from, while it is known: it alone tells where the photo was taken.
  const [file, setFile] = useState<File | null>(null)
  const { stage, setStage, keep, stop } = useKeeping(tools, plan, (kept, from) => {
    setFile(from)
    onPhoto(kept)
  })
  const place = async (of: File) => {
    const at = await tools.photos.placeOf(of)
    setStage({ is: at === null ? 'noPlace' : 'placed' })
    if (at !== null) onPlace?.(at)
  }
  // The button that was pressed is gone then: whoever pressed it goes on from the title.
  const title = useRef<HTMLHeadingElement>(null)
  const remove = () => {
    title.current?.focus()
    setFile(null)
    setStage({ is: 'removed' })
    onPhoto(null)
  }
  return (
    <section className={styles.part}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        <Said k="mymap:photo.title" />
      </h3>
      {photo === null ? null : <Shown tools={tools} photo={photo} name={name} />}
      <Choices
        photo={photo}
        onFile={(chosen) => void keep(chosen, photo !== null)}
        onPlace={file === null || onPlace === null ? null : () => void place(file)}
        onRemove={remove}
      />
      {stage.is === 'working' ? (
        <Working
          onStop={() => {
            title.current?.focus()
            stop()
          }}
        />
      ) : null}
      <Told stage={stage} />
      <Quiet>
        <Said k="mymap:photo.what" />
      </Quiet>
    </section>
  )
}
