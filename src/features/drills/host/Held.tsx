import { useMemo, useState } from 'react'
import { scenarioOf } from '#domain/drills/invitation.ts'
import { joinCodeOf } from '#domain/drills/join-code.ts'
import { qrMatrix } from '#domain/plan/code/qr-matrix.ts'
import { LANGUAGES, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Field.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Quiet } from '#ui/Panel.tsx'
import { QrPicture } from '#ui/QrPicture.tsx'
import { AskedTo } from '../join/AskedTo.tsx'
import { MOST_POSTER_LANGUAGES } from '../poster/Poster.tsx'
import type { DrillTools } from '../tools.ts'
import { holdDrill, useHostedStatus, type Hosted } from './hosted.ts'
import { posterLanguages } from './languages.ts'
import styles from './host.module.css'

type Props = { readonly tools: DrillTools; readonly hosted: Hosted }

/** The six signs one by one, so that they can be read out; or why there are none. */
const Signs = ({ hosted }: { readonly hosted: Hosted }) => {
  const code = joinCodeOf(hosted.invitation)
  return code === null ? (
    <Quiet>
      <Said k="drills:host.noCode" />
    </Quiet>
  ) : (
    <div>
      <p>
        <Said k="drills:poster.code" />
      </p>
      <p className={styles.signs} lang="zxx" dir="ltr">
        {[...code].map((sign, index) => (
          <span key={index}>{`${sign} `}</span>
        ))}
      </p>
    </div>
  )
}

/** The link: as a picture, to be copied, and to be handed to another app. */
const Link = ({ tools, link }: { readonly tools: DrillTools; readonly link: string }) => {
  const t = useWords('drills')
  const [told, setTold] = useState<'copied' | 'shared' | 'notCopied' | 'cancelled' | null>(null)
  const matrix = useMemo(() => qrMatrix(link), [link])
  const copy = async () => setTold((await tools.sharer.copy(link)) === 'done' ? 'copied' : 'notCopied')
  const share = async () => {
    const handed = await tools.sharer.shareLink(t.label('app:title.drillJoin'), link)
    setTold(handed === 'done' ? 'shared' : handed === 'cancelled' ? 'cancelled' : 'notCopied')
  }
  return (
    <>
      <div className={styles.code}>
        <QrPicture matrix={matrix} label={t.label('poster.qr')} />
      </div>
      <Actions>
        <Button onClick={() => void copy()}>
          <Said k="share:code.copy" />
        </Button>
        {tools.sharer.canShare('link') ? (
          <Button onClick={() => void share()}>
            <Said k="share:code.share" />
          </Button>
        ) : null}
      </Actions>
      <div role="status">
        {told === null ? null : (
          <p>
            <Said k={`share:code.${told}`} />
          </p>
        )}
      </div>
    </>
  )
}

/** No tag has this name. */
const NONE = '-'

/** Up to four languages, the first the largest. */
const PosterLanguages = ({ tools, hosted }: Props) => {
  const t = useWords('drills')
  const chosen = posterLanguages(hosted.languages)
  const set = (index: number, tag: string) => {
    const next = tag === NONE ? chosen.toSpliced(index, 1) : chosen.toSpliced(index, 1, tag as 'ja')
    void holdDrill(tools, { invitation: hosted.invitation, languages: posterLanguages(next) })
  }
  const rows = Math.min(MOST_POSTER_LANGUAGES, chosen.length + 1)
  return Array.from({ length: rows }, (_, index) => {
    const own = chosen[index]
    const offered = LANGUAGES.filter(({ tag }) => tag === own || !chosen.includes(tag))
    return (
      <Select
        key={index}
        label={<Said k="drills:host.language" params={{ number: index + 1 }} />}
        options={[
          ...(index === 0 && chosen.length === 1 ? [] : [{ value: NONE, text: t.label('host.noLanguage') }]),
          ...offered.map(({ tag, endonym }) => ({ value: tag as string, text: endonym })),
        ]}
        value={own ?? NONE}
        onChange={(tag) => set(index, tag)}
      />
    )
  })
}

const Onward = ({ tools, hosted }: Props) => (
  <>
    {hosted.link === null ? null : (
      <More summary={<Said k="drills:host.poster" />}>
        <PosterLanguages tools={tools} hosted={hosted} />
        <Actions>
          <Button
            look="main"
            onClick={() => {
              tools.choosePaper('poster')
              tools.go('drillPaper')
            }}
          >
            <Said k="share:paper.go" />
          </Button>
        </Actions>
      </More>
    )}
    <Actions>
      {(['drillBoard', 'drillRoll'] as const).map((screen) => (
        <Button key={screen} onClick={() => tools.go(screen)}>
          <Said k={`app:title.${screen}`} />
        </Button>
      ))}
    </Actions>
  </>
)

/** The drill that is held here: how others join it, and what else there is for it. */
export const Held = ({ tools, hosted }: Props) => {
  const { isKept } = useHostedStatus(tools)
  const scenario = scenarioOf(hosted.invitation)
  return (
    <div className={styles.part}>
      {scenario === null ? null : (
        <AskedTo
          tools={tools}
          invitation={hosted.invitation}
          scenario={scenario}
          when={{ kind: 'anyTime' }}
        />
      )}
      {isKept ? null : (
        <Notice tone="unknown" announce>
          <p>
            <Said k="offline:verdict.notKept" />
          </p>
        </Notice>
      )}
      <Signs hosted={hosted} />
      {hosted.link === null ? (
        <Notice tone="unknown">
          <p>
            <Said k="drills:host.tooLong" />
          </p>
        </Notice>
      ) : (
        <Link key={hosted.link} tools={tools} link={hosted.link} />
      )}
      <Onward tools={tools} hosted={hosted} />
    </div>
  )
}
