import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Plan } from '#domain/plan/plan.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Quiet, Section } from '#ui/Panel.tsx'
import { activePlan, type PlanTools } from '../plan/index.ts'
import { ageOf, Differences } from './Differences.tsx'
import { FileTold } from './FilesOut.tsx'
import { PlanPreview } from './PlanPreview.tsx'
import type { ReceivedPlan } from './received-content.ts'
import styles from './Share.module.css'
import { useFileOut } from './use-file-out.ts'

type How = 'new' | 'merge' | 'replace'

/** What is asked once more before mine is replaced: with the way to save mine first. */
const ReplaceQuestion = ({
  tools,
  mine,
  onReplace,
  onCancel,
}: {
  readonly tools: PlanTools
  readonly mine: Plan
  readonly onReplace: () => void
  readonly onCancel: () => void
}) => {
  const { progress, outcome, run } = useFileOut(tools, mine)
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <div ref={question} tabIndex={-1}>
      <Notice
        tone="unknown"
        actions={
          <>
            <Button icon="offline" disabled={progress !== null} onClick={() => void run('save')}>
              <Said k="share:received.saveMine" />
            </Button>
            <Button look="main" onClick={onReplace}>
              <Said k="share:received.replaceYes" />
            </Button>
            <Button onClick={onCancel}>
              <Said k="share:file.cancel" />
            </Button>
          </>
        }
      >
        <p>
          <Said k="share:received.replaceAsk" params={{ name: mine.name }} />
        </p>
        <div role="status">
          <FileTold outcome={outcome} />
        </div>
      </Notice>
    </div>
  )
}

/** Which plan of mine it can be added to: the one of the same id, else the one that is looked at. */
function useMine(tools: PlanTools, theirs: Plan) {
  const state = useStore(tools.plans.store)
  const same = state.plans.find(({ plan }) => plan.id === theirs.id)?.plan ?? null
  return { same, target: same ?? activePlan(state), refused: state.refused }
}

const WhatToDo = ({
  same,
  target,
  isWhole,
  isBusy,
  onTake,
  onReplace,
  onDrop,
}: {
  readonly same: Plan | null
  readonly target: Plan | null
  /** What came holds all that its maker has: only then may it take the place of mine. */
  readonly isWhole: boolean
  readonly isBusy: boolean
  readonly onTake: (how: 'new' | 'merge') => void
  readonly onReplace: () => void
  readonly onDrop: () => void
}) => (
  <Section title={<Said k="share:received.whatToDo" />}>
    {target === null ? null : (
      <>
        <Button look="row" icon="plus" disabled={isBusy} onClick={() => onTake('merge')}>
          <b>
            <Said k="share:received.merge" params={{ name: target.name }} />
          </b>
          <br />
          <Said k="share:received.mergeMeans" />
        </Button>
        {same !== null && isWhole ? (
          <Button look="row" icon="back" disabled={isBusy} onClick={onReplace}>
            <b>
              <Said k="share:received.replace" params={{ name: target.name }} />
            </b>
            <br />
            <Said k="share:received.replaceMeans" />
          </Button>
        ) : null}
        {same === null || isWhole ? null : (
          <Quiet>
            <Said k="share:received.notReplaced" />
          </Quiet>
        )}
      </>
    )}
    <Button look="row" icon="list" disabled={isBusy} onClick={() => onTake('new')}>
      <b>
        <Said k={same === null ? 'share:received.keep' : 'share:received.keepBeside'} />
      </b>
      <br />
      <Said k="share:received.keepMeans" />
    </Button>
    <Button look="row" icon="close" disabled={isBusy} onClick={onDrop}>
      <b>
        <Said k="share:received.drop" />
      </b>
      <br />
      <Said k="share:received.dropMeans" />
    </Button>
  </Section>
)

/** Taken in: said, with the way back where there is one. */
const Taken = ({
  how,
  onUndo,
  onDone,
}: {
  readonly how: How
  readonly onUndo: () => void
  readonly onDone: () => void
}) => {
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => told.current?.focus(), [])
  return (
    <div ref={told} tabIndex={-1}>
      <Notice
        tone="info"
        announce
        actions={
          <>
            <Button look="main" onClick={onDone}>
              <Said k="share:received.open" />
            </Button>
            {how === 'new' ? null : (
              <Button icon="back" onClick={onUndo}>
                <Said k="share:received.undo" />
              </Button>
            )}
          </>
        }
      >
        <p>
          <Said k={`share:received.taken.${how}`} />
        </p>
      </Notice>
    </div>
  )
}

type Step = 'looking' | 'asking' | 'busy' | 'failed' | 'undone'

/** What became of the last press, for the eye and the ear. */
const Told = ({ step, isFull }: { readonly step: Step; readonly isFull: boolean }) => (
  <>
    <div role="alert" className={styles.told}>
      {step === 'failed' ? (
        <p>
          <Said k={isFull ? 'share:received.full' : 'share:received.failed'} />
        </p>
      ) : null}
    </div>
    <div role="status" className={styles.told}>
      {step === 'undone' ? (
        <p>
          <Said k="share:received.undone" />
        </p>
      ) : null}
    </div>
  </>
)

/** How it differs from mine: told for the same plan and for the one it could be added to. */
const Against = ({
  same,
  target,
  theirs,
}: {
  readonly same: Plan | null
  readonly target: Plan
  readonly theirs: Plan
}) => {
  const age = same === null ? null : ageOf(same, theirs)
  return (
    <Section title={<Said k="share:differs.title" params={{ name: target.name }} />}>
      {age === null ? null : (
        <p>
          <b>
            <Said k={`share:differs.age.${age}`} />
          </b>
        </p>
      )}
      {age === 'same' ? null : <Differences mine={target} theirs={theirs} />}
    </Section>
  )
}

/** A plan from somebody: what it is, how it differs from mine, and what is to become of it. Nothing is kept before a press. */
export const ReceivedPlanView = ({
  tools,
  received,
  onDone,
}: {
  readonly tools: PlanTools
  readonly received: ReceivedPlan
  readonly onDone: () => void
}) => {
  const theirs = received.plan
  const isWhole = received.leftOut.length === 0
  const { same, target, refused } = useMine(tools, theirs)
  const [step, setStep] = useState<Step>('looking')
  const [taken, setTaken] = useState<How | null>(null)
  const { commands } = tools.plans
  const take = async (how: How) => {
    setStep('busy')
    const isTaken = await commands.takeIn(theirs, how, received.photos)
    setTaken(isTaken ? how : null)
    setStep(isTaken ? 'looking' : 'failed')
  }
  const undo = () => {
    commands.undo()
    setTaken(null)
    setStep('undone')
  }
  if (taken !== null) return <Taken how={taken} onUndo={undo} onDone={onDone} />
  return (
    <Panel>
      <Told step={step} isFull={refused === 'full'} />
      <PlanPreview received={received} />
      {target === null ? null : <Against same={same} target={target} theirs={theirs} />}
      {step === 'asking' && same !== null ? (
        <ReplaceQuestion
          tools={tools}
          mine={same}
          onReplace={() => void take('replace')}
          onCancel={() => setStep('looking')}
        />
      ) : (
        <WhatToDo
          same={same}
          target={target}
          isWhole={isWhole}
          isBusy={step === 'busy'}
          onTake={(how) => void take(how)}
          onReplace={() => setStep('asking')}
          onDrop={onDone}
        />
      )}
    </Panel>
  )
}
