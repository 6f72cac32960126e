import type { ReactNode } from 'react'
import type { Plan } from '#domain/plan/plan.ts'
import type { PlanTools } from '../plan/index.ts'
import { formatNumber, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, More, Quiet, Section } from '#ui/Panel.tsx'
import { Progress } from '#ui/Progress.tsx'
import { PartialFiles } from './PartialFiles.tsx'
import { useFileOut, type FileOutcome } from './use-file-out.ts'

/** How a file left, in words. */
export const FileTold = ({ outcome }: { readonly outcome: FileOutcome | null }): ReactNode => {
  if (outcome === null) return null
  return (
    <Notice tone={outcome.how === 'failed' ? 'unknown' : 'info'}>
      <p>
        <Said k={`share:file.${outcome.how}`} />
      </p>
      {outcome.missing === 0 ? null : (
        <p>
          <Said k="share:file.missingPhotos" params={{ count: outcome.missing }} />
        </p>
      )}
    </Notice>
  )
}

/** Saves the plan as a file, whole; and parts of it for other apps. */
export const FilesOut = ({ tools, plan }: { readonly tools: PlanTools; readonly plan: Plan }) => {
  const t = useWords('share')
  const { progress, outcome, run, stop } = useFileOut(tools, plan)
  const number = (value: number) => formatNumber(t.language, value)
  return (
    <Section title={<Said k="share:file.title" />}>
      <p>
        <Said k="share:file.means" />
      </p>
      {progress === null ? (
        <Actions>
          <Button look="main" icon="offline" onClick={() => void run('save')}>
            <Said k="share:file.save" />
          </Button>
          {tools.sharer.canShare('file') ? (
            <Button onClick={() => void run('send')}>
              <Said k="share:file.send" />
            </Button>
          ) : null}
        </Actions>
      ) : (
        <>
          <Progress
            label={<Said k="share:file.working" />}
            done={progress.done}
            total={progress.total}
            text={
              progress.total === 0
                ? ''
                : t.label('file.photosDone', { done: number(progress.done), total: number(progress.total) })
            }
          />
          <Actions>
            <Button onClick={stop}>
              <Said k="share:file.cancel" />
            </Button>
          </Actions>
        </>
      )}
      <div role="status">
        <FileTold outcome={outcome} />
      </div>
      <Quiet>
        <Said k="share:file.private" />
      </Quiet>
      <More summary={<Said k="share:file.other" />}>
        <PartialFiles tools={tools} plan={plan} />
      </More>
    </Section>
  )
}
