import { useMemo, useRef, useState, type RefObject } from 'react'
import { useStore } from 'zustand'
import { finishDraft, type DraftFault, type ScenarioDraft } from '#domain/publish/draft-scenario.ts'
import type { AreasState } from '#features/offline-areas/index.ts'
import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { changeDrill } from './drill-desk.ts'
import { DrillBegin } from './drill/DrillBegin.tsx'
import { DrillFrame } from './drill/DrillFrame.tsx'
import { DrillInjects } from './drill/DrillInjects.tsx'
import { DrillOut, type Invited } from './drill/DrillOut.tsx'
import { DrillPoster } from './drill/DrillPoster.tsx'
import { DrillSignals } from './drill/DrillSignals.tsx'
import { DrillTold } from './drill/DrillTold.tsx'
import { DrillWater } from './drill/DrillWater.tsx'
import { FaultContext } from './drill/fault-context.ts'
import { FaultWords } from './drill/FaultLine.tsx'
import type { StaffParts } from './parts.ts'
import styles from './staff.module.css'

type Open = Extract<AreasState['open'], { status: 'open' }>

/** A drill on one page, from its beginning to its poster. Nothing is signed and nothing is sent: a drill changes no feed. */
export const DrillScreen = ({ parts, open }: { readonly parts: StaffParts; readonly open: Open }) => {
  const { draft, round, area } = useStore(parts.drill)
  const code = open.pack.code
  return (
    <>
      <Quiet>
        <Said k="staff:drill.about" /> <Said k="staff:drill.unpublished" />
      </Quiet>
      <DrillBegin parts={parts} area={code} />
      {draft !== null && area !== code ? <OtherArea /> : null}
      {draft !== null && area === code ? (
        <Editor key={round} parts={parts} open={open} draft={draft} />
      ) : null}
    </>
  )
}

/** Another municipality was opened meanwhile. The drill stays on the desk: it is there again when its own is open. */
const OtherArea = () => (
  <Notice tone="unknown" announce>
    <p>
      <Said k="staff:drill.why.otherArea" />
    </p>
  </Notice>
)

const Editor = ({
  parts,
  open,
  draft,
}: {
  readonly parts: StaffParts
  readonly open: Open
  readonly draft: ScenarioDraft
}) => {
  const form = useRef<HTMLDivElement>(null)
  const [poster, setPoster] = useState<Invited | null>(null)
  const { code, manifest } = open.pack
  const { scenario, fault } = useMemo(() => finishDraft(draft, code), [draft, code])
  const onDraft = (next: ScenarioDraft) => changeDrill(parts.drill, next)
  if (poster !== null && scenario !== null)
    return (
      <DrillPoster
        scenario={scenario}
        invited={poster}
        area={manifest.area.name}
        onBack={() => setPoster(null)}
      />
    )
  return (
    <FaultContext value={fault}>
      <div ref={form} className={styles.steps}>
        <DrillFrame draft={draft} onDraft={onDraft} />
        <DrillSignals draft={draft} onDraft={onDraft} />
        <DrillWater draft={draft} onDraft={onDraft} series={manifest.series} />
        <DrillInjects draft={draft} onDraft={onDraft} services={parts.services} open={open} />
      </div>
      <FirstFault fault={fault} form={form} />
      {scenario === null ? null : (
        <>
          <DrillTold scenario={scenario} area={open.area} />
          <DrillOut parts={parts} area={code} scenario={scenario} onPoster={setPoster} />
        </>
      )}
    </FaultContext>
  )
}

/** Where there is something to be put right, the end of the form says so and leads there. */
const FirstFault = ({
  fault,
  form,
}: {
  readonly fault: DraftFault | null
  readonly form: RefObject<HTMLElement | null>
}) => (
  <div role="alert">
    {fault === null ? null : (
      <Section title={<Said k="staff:drill.out.first" />}>
        <Notice
          tone="hazard"
          actions={
            <Button onClick={() => goTo(form.current, fault.field)}>
              <Said k="staff:drill.out.goThere" />
            </Button>
          }
        >
          <p>
            <FaultWords fault={fault} />
          </p>
        </Notice>
      </Section>
    )}
  </div>
)

function goTo(form: HTMLElement | null, field: string): void {
  const found = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find(
    (one) => one.dataset['field'] === field,
  )
  if (found === undefined) return
  found.closest('details')?.setAttribute('open', '')
  const inside = found.querySelector<HTMLElement>('input, select, textarea')
  ;(inside ?? found).focus()
}
