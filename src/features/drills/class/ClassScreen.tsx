import { useEffect, useMemo, useRef } from 'react'
import { dilemmasOf, type Dilemma } from '#domain/drills/dilemmas.ts'
import { speakableOf, ReadAloud } from '#features/speech/index.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Panel, Section } from '#ui/Panel.tsx'
import type { Running } from '../state.ts'
import { Halted, useHalt } from '../told/Halted.tsx'
import { Told } from '../told/Told.tsx'
import type { DrillTools } from '../tools.ts'
import styles from './class.module.css'
import { Hands } from './Hands.tsx'
import { Summary } from './Summary.tsx'
import { usePages, type Page } from './use-pages.ts'
import { Votes } from './Votes.tsx'

type Props = { readonly tools: DrillTools; readonly running: Running }

/** The question, large enough for the last row; the focus goes to it with each page. */
const Question = ({ page, of }: { readonly page: Page; readonly of: number }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const key = page.kind === 'summary' ? page.kind : `${page.kind} ${page.index}`
  const before = useRef(key)
  useEffect(() => {
    if (before.current !== key) heading.current?.focus()
    before.current = key
  }, [key])
  return (
    <>
      {page.kind === 'summary' ? null : (
        <p>
          <Said k="interview:progress.at" params={{ number: page.index + 1, all: of }} />
        </p>
      )}
      <h3 ref={heading} tabIndex={-1} className={styles.question}>
        {page.kind === 'summary' ? <Said k="drills:class.all" /> : <Said phrase={page.dilemma.question} />}
      </h3>
    </>
  )
}

/** What speaks for each answer: told after everybody has chosen, so that nobody chooses by it. */
const Reasons = ({ dilemma }: { readonly dilemma: Dilemma }) => (
  <>
    <Section title={<Said k="drills:class.for" />}>
      <p>
        <Said phrase={dilemma.for} />
      </p>
    </Section>
    <Section title={<Said k="drills:class.against" />}>
      <p>
        <Said phrase={dilemma.against} />
      </p>
    </Section>
    <p>
      <strong>
        <Said k="drills:class.means" />
      </strong>
    </p>
  </>
)

const Asking = ({ tools, running }: Props) => {
  const { drill } = running
  const { scenario } = drill.run
  const dilemmas = useMemo(() => dilemmasOf(scenario), [scenario])
  const { page, hands, kept, count, next, back } = usePages(tools, drill, dilemmas)
  return (
    <section className={styles.asking}>
      <Question page={page} of={dilemmas.length} />
      {page.kind === 'summary' ? (
        <Summary tools={tools} run={drill.run} dilemmas={dilemmas} />
      ) : (
        <ReadAloud
          isBrief
          about={`${page.kind} ${page.index}`}
          says={speakableOf(
            page.kind === 'count'
              ? [page.dilemma.question]
              : [page.dilemma.for, page.dilemma.against, { key: 'drills:class.means' }],
          )}
        />
      )}
      {page.kind === 'count' ? (
        <fieldset className={styles.count}>
          <legend>
            <Said k="drills:class.count" />
          </legend>
          <Hands answer="yes" count={hands.yes} onChange={(yes) => count({ ...hands, yes })} />
          <Hands answer="no" count={hands.no} onChange={(no) => count({ ...hands, no })} />
        </fieldset>
      ) : null}
      {page.kind === 'seen' ? (
        <>
          <Votes hands={kept} />
          <Reasons dilemma={page.dilemma} />
        </>
      ) : null}
      <div className={styles.noPrint}>
        <Actions>
          {back === null ? null : (
            <Button onClick={back}>
              <Said k="share:back" />
            </Button>
          )}
          {page.kind === 'summary' ? (
            <Button look="main" onClick={() => tools.drills.commands.finish()}>
              <Said k="drills:class.end" />
            </Button>
          ) : (
            <Button look="main" onClick={next}>
              <Said k={page.kind === 'count' ? 'drills:class.show' : 'interview:next'} />
            </Button>
          )}
        </Actions>
      </div>
    </section>
  )
}

/** A class in front of one screen: what is known at a minute, one question after the other, and the hands that were raised. */
export const ClassScreen = ({ tools, running }: Props) => {
  const halt = useHalt(running, tools)
  const isReady = halt === null && running.told !== null
  return (
    <Panel>
      <div className={styles.class}>
        {halt !== null ? (
          <Halted halt={halt} running={running} tools={tools} />
        ) : (
          <Told running={running} tools={tools}>
            {isReady ? <Asking tools={tools} running={running} /> : null}
          </Told>
        )}
      </div>
      {tools.emergency}
    </Panel>
  )
}
