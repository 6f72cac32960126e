import { useEffect, useState } from 'react'
import { linkOfCode } from '#domain/plan/code/code-link.ts'
import type { EncodedPlan } from '#domain/plan/code/encode-plan.ts'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanTools } from '../plan/index.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { Actions, Quiet } from '#ui/Panel.tsx'
import { QrPicture } from '#ui/QrPicture.tsx'
import { LinkOut } from './LinkOut.tsx'
import styles from './Share.module.css'

/** How long each code stands when they change by themselves: a phone reads one in less than a second. Milliseconds; own choice. */
const TURN = 3000

/** Which code of the series is shown, and which were shown already. */
function useTurns(count: number) {
  const [at, setAt] = useState(0)
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set([0]))
  const [auto, setAuto] = useState(false)
  const show = (next: number) => {
    const index = (next + count) % count
    setAt(index)
    setSeen((now) => new Set([...now, index]))
  }
  useEffect(() => {
    if (!auto || count < 2) return undefined
    const timer = setInterval(() => {
      setAt((now) => {
        const next = (now + 1) % count
        setSeen((before) => new Set([...before, next]))
        return next
      })
    }, TURN)
    return () => clearInterval(timer)
  }, [auto, count])
  return { at, allSeen: seen.size >= count, auto, setAuto, show }
}

/** Once the other person has the whole series and nothing is left out, the plan lies outside this device: that is an export. */
const NoteSeries = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const [noted, setNoted] = useState(false)
  const note = async () => {
    await tools.plans.commands.noteExport(plan.id)
    setNoted(true)
  }
  return (
    <>
      <p>
        <Said k="share:code.seriesNoted" />
      </p>
      <Actions>
        <Button icon="check" disabled={noted} onClick={() => void note()}>
          <Said k="share:code.seriesDone" />
        </Button>
      </Actions>
      <div role="status">
        {noted ? (
          <p>
            <Said k="share:code.seriesSaved" />
          </p>
        ) : null}
      </div>
    </>
  )
}

const Turning = ({
  count,
  at,
  auto,
  onShow,
  onAuto,
}: {
  readonly count: number
  readonly at: number
  readonly auto: boolean
  readonly onShow: (at: number) => void
  readonly onAuto: (auto: boolean) => void
}) => {
  const t = useWords('share')
  const number = (value: number) => formatNumber(t.language, value)
  return (
    <>
      <p className={styles.nth} aria-live={auto ? 'off' : 'polite'}>
        <Said k="share:code.nth" params={{ number: number(at + 1), total: number(count) }} />
      </p>
      <Actions>
        <Button onClick={() => onShow(at - 1)}>
          <Said k="share:code.previous" />
        </Button>
        <Button onClick={() => onShow(at + 1)}>
          <Said k="share:code.next" />
        </Button>
      </Actions>
      <Switch
        label={<Said k="share:code.auto" />}
        hint={<Said k="share:code.autoMeans" />}
        on={auto}
        onChange={onAuto}
      />
    </>
  )
}

/** The QR codes of a plan, large on white, one after the other; one alone is a link too. */
export const CodeSeries = ({
  tools,
  plan,
  encoded,
  address,
}: {
  readonly tools: PlanTools
  readonly plan: Plan
  readonly encoded: EncodedPlan
  readonly address: string
}) => {
  const t = useWords('share')
  const { codes, leftOut } = encoded
  const count = codes.length
  const { at, allSeen, auto, setAuto, show } = useTurns(count)
  const link = linkOfCode(address, codes[at]?.text ?? '')
  const label = t.label('code.picture', { number: at + 1, total: count })
  return (
    <>
      <div className={styles.code}>
        <QrPicture matrix={qrMatrix(link)} label={label} />
      </div>
      {count > 1 ? <Turning count={count} at={at} auto={auto} onShow={show} onAuto={setAuto} /> : null}
      <Quiet>
        <Said k="share:code.bright" />
      </Quiet>
      {count === 1 ? <LinkOut tools={tools} link={link} /> : null}
      {count > 1 && allSeen && leftOut.length === 0 ? <NoteSeries tools={tools} plan={plan} /> : null}
    </>
  )
}
