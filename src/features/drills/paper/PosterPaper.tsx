import { scenarioOf } from '#domain/drills/invitation.ts'
import { joinCodeOf } from '#domain/drills/join-code.ts'
import { Said, useManyWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useHosted, useHostedStatus, type Hosted } from '../host/hosted.ts'
import { posterLanguages } from '../host/languages.ts'
import { areaName } from '../join/AskedTo.tsx'
import { Poster } from '../poster/Poster.tsx'
import type { DrillTools } from '../tools.ts'

/** The poster of a drill in its languages, whose words are fetched where they are not here. */
const InItsLanguages = ({
  tools,
  hosted,
  link,
}: {
  readonly tools: DrillTools
  readonly hosted: Hosted
  readonly link: string
}) => {
  const words = useManyWords(posterLanguages(hosted.languages))
  const { invitation } = hosted
  if (words.status === 'loading')
    return (
      <p role="status">
        <Said k="paper:loading" />
      </p>
    )
  if (words.status === 'failed')
    return (
      <Notice
        tone="unknown"
        announce
        actions={
          <Button onClick={words.again}>
            <Said k="paper:again" />
          </Button>
        }
      >
        <p>
          <Said k="paper:noWords" />
        </p>
      </Notice>
    )
  return (
    <Poster
      invitation={invitation}
      title={scenarioOf(invitation)?.title ?? {}}
      languages={words.languages}
      code={joinCodeOf(invitation)}
      link={link}
      area={areaName(tools, invitation.area)}
    />
  )
}

/** The poster of the drill that is held here; or why there is none. */
export const PosterPaper = ({ tools }: { readonly tools: DrillTools }) => {
  const hosted = useHosted(tools)
  const { status } = useHostedStatus(tools)
  if (status === 'opening') return null
  const link = hosted?.link ?? null
  if (hosted === null || link === null)
    return (
      <Notice tone="info">
        <p>
          <Said k={hosted === null ? 'drills:host.none' : 'drills:host.tooLong'} />
        </p>
      </Notice>
    )
  return <InItsLanguages tools={tools} hosted={hosted} link={link} />
}
