import { useEffect } from 'react'
import { useStore } from 'zustand'
import { formatBytes, formatDate, formatNumber, Said, useWords, wordsIn } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { DataList, Datum } from '#ui/DataList.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Quiet, Section } from '#ui/Panel.tsx'
import { AreaNotices, FetchProgress } from './AreaNotices.tsx'
import type { AreasCommands } from './commands.ts'
import { readiness } from './readiness.ts'
import type { AreasState, AreasStore, OpenArea } from './store.ts'
import { failureKey } from './words.ts'

type Props = { readonly store: AreasStore; readonly commands: AreasCommands }

const YesNo = ({ value }: { readonly value: boolean | null }) => (
  <Said k={value === null ? 'offline:unknown' : value ? 'offline:yes' : 'offline:no'} />
)

const Verdict = ({ state }: { readonly state: AreasState }) => {
  const ready = readiness(state)
  return (
    <Notice tone={ready === 'ready' ? 'info' : 'unknown'} announce>
      <p>
        <b>
          <Said k={`offline:verdict.${ready}`} />
        </b>
      </p>
    </Notice>
  )
}

const Fetch = ({ state, commands }: { readonly state: AreasState; readonly commands: AreasCommands }) => {
  const { fetching, open } = state
  if (open.status !== 'open') return null
  if (fetching.status === 'running')
    return (
      <>
        <FetchProgress state={state} />
        <Actions>
          <Button onClick={() => commands.cancel()}>
            <Said k="offline:cancel" />
          </Button>
        </Actions>
      </>
    )
  return (
    <>
      {fetching.status === 'failed' ? (
        <Notice tone="unknown" announce>
          <p>
            <Said k={failureKey(fetching.why)} />
          </p>
          <p>
            <Said k="offline:resumes" />
          </p>
        </Notice>
      ) : null}
      <Actions>
        <Button
          look={open.pack.complete ? 'plain' : 'main'}
          icon="offline"
          onClick={() => void commands.complete()}
        >
          <Said k={open.pack.complete ? 'offline:lookForNewer' : 'offline:continue'} />
        </Button>
      </Actions>
    </>
  )
}

const PackFacts = ({ open }: { readonly open: Extract<OpenArea, { status: 'open' }> }) => {
  const t = useWords('offline')
  const { manifest, complete } = open.pack
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <DataList>
      <Datum name={<Said k="offline:areaName" />}>
        <Said text={wordsIn(t.language, manifest.area.name)} />
      </Datum>
      <Datum name={<Said k="offline:dataDate" />}>
        {manifest.dataDate === null ? (
          <Said k="offline:unknown" />
        ) : (
          <Said text={formatDate(t.language, manifest.dataDate)} />
        )}
      </Datum>
      <Datum name={<Said k="offline:size" />}>
        <Said
          text={t('filesAndBytes', {
            files: formatNumber(t.language, manifest.files.length),
            bytes: formatBytes(t.language, bytes),
          })}
        />
      </Datum>
      <Datum name={<Said k="offline:mapHere" />}>
        <YesNo value={complete} />
      </Datum>
    </DataList>
  )
}

/** Reads every stored file back and says in words whether it is still what it was. */
const SelfTestPart = ({ store, commands }: Props) => {
  const t = useWords('offline')
  const { testing, open } = useStore(store)
  if (open.status !== 'open') return null
  const isBad = typeof testing === 'object' && testing.damaged.length + testing.missing.length > 0
  return (
    <Section title={<Said k="offline:selfTest" />}>
      <Quiet>
        <Said k="offline:selfTestMeans" />
      </Quiet>
      {typeof testing === 'object' ? (
        <Notice tone={isBad ? 'hazard' : 'info'} announce>
          <p>
            <Said
              text={t(isBad ? 'testBad' : 'testGood', {
                checked: formatNumber(t.language, testing.filesChecked),
                expected: formatNumber(t.language, testing.filesExpected),
                bytes: formatBytes(t.language, testing.bytes),
                bad: formatNumber(t.language, testing.damaged.length + testing.missing.length),
              })}
            />
          </p>
        </Notice>
      ) : null}
      <Actions>
        <Button icon="check" disabled={testing === 'running'} onClick={() => void commands.selfTest()}>
          <Said k={testing === 'running' ? 'offline:testing' : 'offline:testNow'} />
        </Button>
      </Actions>
    </Section>
  )
}

const DeviceFacts = ({ store, commands }: Props) => {
  const t = useWords('offline')
  const { facts, persistAnswer } = useStore(store)
  if (facts === null) return null
  return (
    <Section title={<Said k="offline:thisDevice" />}>
      <DataList>
        <Datum name={<Said k="offline:shell" />}>
          <YesNo value={facts.shellReady} />
        </Datum>
        <Datum name={<Said k="offline:mapCode" />}>
          <YesNo value={facts.mapCodeReady} />
        </Datum>
        <Datum name={<Said k="offline:installed" />}>
          <YesNo value={facts.installed} />
        </Datum>
        <Datum name={<Said k="offline:persisted" />}>
          <YesNo value={facts.persisted} />
        </Datum>
        {facts.usedBytes === null ? null : (
          <Datum name={<Said k="offline:used" />}>{formatBytes(t.language, facts.usedBytes)}</Datum>
        )}
      </DataList>
      {facts.persisted === true ? null : (
        <Actions>
          <Button onClick={() => void commands.askToPersist()}>
            <Said k="offline:askToPersist" />
          </Button>
        </Actions>
      )}
      {persistAnswer === undefined || facts.persisted === true ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k="offline:persistRefused" />
          </p>
        </Notice>
      )}
      {facts.installed === true ? null : (
        <>
          <p>
            <Said k="offline:installWhy" />
          </p>
          <p>
            <Said k="offline:installIos" />
          </p>
          <p>
            <Said k="offline:installAndroid" />
          </p>
        </>
      )}
    </Section>
  )
}

/** "Ready for offline?": the verdict first, then each fact behind it. */
export const OfflinePanel = ({ store, commands }: Props) => {
  const state = useStore(store)
  useEffect(() => {
    void commands.refreshFacts()
  }, [commands])
  return (
    <Panel>
      {state.open.status === 'open' ? <Verdict state={state} /> : null}
      <AreaNotices store={store} commands={commands} />
      {state.open.status === 'open' ? (
        <Section title={<Said k="offline:pack" />}>
          <PackFacts open={state.open} />
          <Fetch state={state} commands={commands} />
        </Section>
      ) : null}
      <SelfTestPart store={store} commands={commands} />
      <DeviceFacts store={store} commands={commands} />
    </Panel>
  )
}
