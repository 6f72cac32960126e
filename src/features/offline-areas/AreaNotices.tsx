import { useStore } from 'zustand'
import { formatBytes, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Progress } from '#ui/Progress.tsx'
import type { AreasCommands } from './commands.ts'
import type { AreasState, AreasStore } from './store.ts'
import { failureKey } from './words.ts'

/** The bytes of a fetch that is running. */
export const FetchProgress = ({ state }: { readonly state: AreasState }) => {
  const t = useWords('offline')
  if (state.fetching.status !== 'running') return null
  const { progress } = state.fetching
  const done = progress?.bytesDone ?? 0
  const total = progress?.bytesTotal ?? 0
  const text =
    total === 0
      ? ''
      : t.label('bytes', { done: formatBytes(t.language, done), total: formatBytes(t.language, total) })
  return (
    <Progress
      label={<Said k={progress?.stage === 1 ? 'offline:fetchingAnswer' : 'offline:fetchingMap'} />}
      done={done}
      total={total}
      text={text}
    />
  )
}

/**
 * What a person must know before an answer can be given: the area is being opened, or why it could not be. Shown where the
 * answer would stand; an area that is open says nothing here.
 */
export const AreaNotices = ({
  store,
  commands,
}: {
  readonly store: AreasStore
  readonly commands: AreasCommands
}) => {
  const state = useStore(store)
  const { open } = state
  if (open.status === 'open') return <PackNotices store={store} commands={commands} />
  if (open.status === 'opening')
    return (
      <Notice tone="info" announce>
        <Progress label={<Said k="offline:opening" />} done={0} total={0} text="" />
      </Notice>
    )
  return (
    <Notice
      tone="unknown"
      announce
      actions={
        <Button onClick={() => void (open.code === null ? commands.start(null) : commands.open(open.code))}>
          <Said k="offline:tryAgain" />
        </Button>
      }
    >
      <p>
        <Said k="offline:cannotAnswer" />
      </p>
      <p>
        <Said k={failureKey(open.why)} />
      </p>
    </Notice>
  )
}

/** What is amiss with the pack that answers: not kept, or a newer one was refused. */
export const PackNotices = ({
  store,
  commands,
}: {
  readonly store: AreasStore
  readonly commands: AreasCommands
}) => {
  const { open } = useStore(store)
  if (open.status !== 'open') return null
  const { stored, updateFailure } = open.pack
  return (
    <>
      {stored ? null : (
        <Notice tone="unknown">
          <p>
            <Said k="offline:notStored" />
          </p>
        </Notice>
      )}
      {updateFailure === null || updateFailure === 'unreachable' ? null : (
        <Notice
          tone="unknown"
          actions={
            <Button onClick={() => void commands.complete()}>
              <Said k="offline:tryAgain" />
            </Button>
          }
        >
          <p>
            <Said k="offline:updateRefused" />
          </p>
          <p>
            <Said k={failureKey(updateFailure)} />
          </p>
        </Notice>
      )}
    </>
  )
}
