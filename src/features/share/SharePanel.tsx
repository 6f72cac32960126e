import { useStore } from 'zustand'
import type { PlanTools } from '../plan/index.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Actions, Panel, Section } from '#ui/Panel.tsx'
import { BringIn, type Parts, type Received } from './BringIn.tsx'
import { CodeOut } from './CodeOut.tsx'
import { FilesOut } from './FilesOut.tsx'
import { InstallHint } from './InstallHint.tsx'
import { LastExport } from './LastExport.tsx'
import { isDroppedBySystem, useInstallFacts } from './use-install-facts.ts'

/**
 * How the plan leaves this device and how one comes in: file, paper, QR code, link. What comes in is only handed over to
 * `onReceived`; it is shown before anything is kept (`ReceivedPanel`).
 */
export const SharePanel = ({
  tools,
  address,
  onReceived,
  ...series
}: Parts & {
  readonly tools: PlanTools
  /** The address of the app without its fragment, for links. */
  readonly address: string
  readonly onReceived: (received: Received) => void
}) => {
  const { plans, active } = useStore(tools.plans.store)
  const facts = useInstallFacts(tools.installer)
  const open = plans.find(({ plan }) => plan.id === active)
  return (
    <Panel>
      {open === undefined ? (
        <Notice tone="info">
          <p>
            <Said k="share:noPlan" />
          </p>
        </Notice>
      ) : (
        <>
          <LastExport open={open} isDropped={isDroppedBySystem(facts)} />
          <FilesOut key={`file ${open.plan.id}`} tools={tools} plan={open.plan} />
          <Section title={<Said k="share:paper.title" />}>
            <p>
              <Said k="share:paper.means" />
            </p>
            <Actions>
              <Button onClick={() => tools.go('paper')}>
                <Said k="share:paper.go" />
              </Button>
            </Actions>
          </Section>
          <CodeOut key={`code ${open.plan.id}`} tools={tools} plan={open.plan} address={address} />
        </>
      )}
      <Section title={<Said k="share:in.title" />}>
        <p>
          <Said k="share:in.means" />
        </p>
        <BringIn {...series} reader={tools.reader} onReceived={onReceived} />
      </Section>
      <Section title={<Said k="share:install.title" />}>
        <InstallHint installer={tools.installer} />
      </Section>
    </Panel>
  )
}
