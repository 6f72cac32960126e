import { useMemo, useState } from 'react'
import { reportOf, writeReport } from '#domain/drills/report-code.ts'
import { MOST_GROUP } from '#domain/drills/report-parts.ts'
import type { DrillReport } from '#domain/drills/drill-report.ts'
import { languageOf, isLanguageTag, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Switch } from '#ui/Choice.tsx'
import { DataList, Datum } from '#ui/DataList.tsx'
import { TextField } from '#ui/Field.tsx'
import { Section } from '#ui/Panel.tsx'
import { LivePart } from '../live/LivePart.tsx'
import type { Finished } from '../state.ts'
import type { DrillTools } from '../tools.ts'
import { CodeToShow } from './CodeToShow.tsx'

type Props = { readonly tools: DrillTools; readonly finished: Finished }

/** What the person decided about the report. */
type Wish = { readonly group: string; readonly needsHelp: boolean; readonly withCell: boolean }

function reportFrom({ tools, finished }: Props, { group, needsHelp, withCell }: Wish): DrillReport | null {
  const { drill, world, result, wentWrong } = finished
  if (result === null) return null
  return reportOf(result, {
    area: drill.invitation.area,
    drill: drill.token,
    nonce: drill.nonce,
    language: tools.language,
    mode: drill.run.mode,
    needsHelp,
    group,
    wentWrong: withCell ? wentWrong : null,
    bounds: [...world.area.manifest.bounds],
  })
}

/** What the code holds, in words: nothing more is in it. */
const Holds = ({ report, hasCell }: { readonly report: DrillReport; readonly hasCell: boolean }) => {
  const t = useWords('drills')
  const { language, mode, outcome, margin, cell, group } = report
  const rows = [
    ['language', isLanguageTag(language) ? languageOf(language).endonym : language],
    ['mode', t(`mode.${mode}`)],
    ['outcome', t(`outcome.${outcome}`)],
    ['margin', margin === null ? t('handIn.unknown') : t('handIn.minutes', { minutes: margin })],
    ...(hasCell ? [['cell', t(cell === null ? 'handIn.cellOut' : 'handIn.cellIn')]] : []),
    ...(group === null ? [] : [['group', group]]),
  ] as const
  return (
    <DataList>
      {rows.map(([name = '', text = '']) => (
        <Datum key={name} name={<Said k={`drills:handIn.${name}`} />}>
          {name === 'group' || name === 'language' ? <bdi>{text}</bdi> : <Said text={text} />}
        </Datum>
      ))}
    </DataList>
  )
}

/** The result for the organiser: coarse, without a name, and shown before it is handed on. */
export const ReportPart = (props: Props) => {
  const { tools, finished } = props
  const t = useWords('drills')
  const [wish, setWish] = useState<Wish>({
    group: finished.drill.invitation.group ?? '',
    needsHelp: false,
    withCell: true,
  })
  const [isShown, setShown] = useState(false)
  const report = useMemo(() => reportFrom({ tools, finished }, wish), [tools, finished, wish])
  if (report === null) return null
  const hasCell = reportFrom(props, { ...wish, withCell: true })?.cell !== null
  return (
    <Section title={<Said k="drills:handIn.title" />}>
      <p>
        <Said k="drills:handIn.what" />
      </p>
      <Switch
        label={<Said k="drills:handIn.needsHelp" />}
        on={wish.needsHelp}
        onChange={(needsHelp) => setWish({ ...wish, needsHelp })}
      />
      {hasCell ? (
        <Switch
          label={<Said k="drills:handIn.withCell" />}
          on={wish.withCell}
          onChange={(withCell) => setWish({ ...wish, withCell })}
        />
      ) : null}
      <TextField
        label={<Said k="drills:handIn.group" />}
        value={wish.group}
        most={MOST_GROUP}
        onCommit={(group) => setWish({ ...wish, group })}
      />
      <h4>
        <Said k="drills:handIn.holds" />
      </h4>
      <Holds report={report} hasCell={hasCell} />
      {isShown ? (
        <CodeToShow tools={tools} code={writeReport(report)} label={t.label('handIn.label')} />
      ) : (
        <Button look="main" onClick={() => setShown(true)}>
          <Said k="drills:handIn.show" />
        </Button>
      )}
      <LivePart tools={tools} code={writeReport(report)} />
    </Section>
  )
}
