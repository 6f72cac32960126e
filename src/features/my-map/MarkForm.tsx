import { useMemo } from 'react'
import { DANGER_KINDS, HELP_KINDS, type MarkKind } from '#domain/plan/mark-kinds.ts'
import { assessRisk } from '#domain/risk/assess-risk.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Chips } from '#ui/Choice.tsx'
import type { PlanTools } from '../plan/index.ts'
import { assessRing } from './area-risk.ts'
import { CornersField } from './CornersField.tsx'
import { MyPicture } from './MyPicture.tsx'
import { PhotoField } from './PhotoField.tsx'
import { RiskPart } from './RiskPart.tsx'
import { AddedBy, NameField, NoteField } from './TextFields.tsx'
import type { Editing } from './use-thing.ts'
import { WhereField } from './WhereField.tsx'
import styles from './ThingPanel.module.css'

type Props = { readonly tools: PlanTools; readonly editing: Editing<'marks'> }

const GROUPS = { danger: DANGER_KINDS, help: HELP_KINDS } as const

/** What it is: danger or help, then the kind, each with its symbol of the map. */
const Kind = ({ editing: { draft, change } }: Pick<Props, 'editing'>) => {
  const { group, kind } = draft.value
  return (
    <>
      <Chips
        legend={<Said k="mymap:thing.group" />}
        options={(['danger', 'help'] as const).map((value) => ({
          value,
          label: <Said k={`mymap:thing.${value}`} />,
        }))}
        value={group}
        onChange={(value) => change({ group: value, kind: value === 'danger' ? 'otherDanger' : 'otherHelp' })}
      />
      <Chips<MarkKind | ''>
        legend={<Said k="mymap:thing.kind" />}
        options={GROUPS[group].map((value) => ({
          value,
          label: (
            <span className={styles.kind}>
              <MyPicture icon={value} />
              <Said k={`mymap:kind.mark.${value}`} />
            </span>
          ),
        }))}
        value={kind ?? ''}
        onChange={(value) => {
          if (value !== '') change({ kind: value })
        }}
      />
    </>
  )
}

/** Where it is: one point, or the corners of something wide. The shape of what is in the plan stays. */
const Where = ({ tools, editing: { id, draft, change } }: Props) => {
  const { shape, name } = draft.value
  return (
    <>
      {id === null ? (
        <Chips
          legend={<Said k="mymap:thing.shape" />}
          options={(['point', 'area'] as const).map((value) => ({
            value,
            label: <Said k={`mymap:thing.${value}`} />,
          }))}
          value={shape.type}
          onChange={(type) => change({ shape: type === 'point' ? { type, at: null } : { type, ring: [] } })}
        />
      ) : null}
      {shape.type === 'point' ? (
        <WhereField
          tools={tools}
          at={shape.at}
          onChange={(chosen) =>
            change({
              shape: { type: 'point', at: [...chosen.at] },
              ...(name === '' && chosen.name !== '' ? { name: chosen.name } : {}),
            })
          }
        />
      ) : (
        <CornersField
          tools={tools}
          shape="area"
          corners={shape.ring}
          isKept={id !== null}
          onChange={(ring) => change({ shape: { type: 'area', ring } })}
        />
      )}
    </>
  )
}

/** What reaches the mark: at its point, or the worst within its area. */
const Risk = ({ tools, editing }: Props) => {
  const { shape } = editing.draft.value
  const { area } = tools
  const risk = useMemo(() => {
    if (area === null) return null
    if (shape.type === 'area') return shape.ring.length < 3 ? null : assessRing(area, shape.ring)
    return shape.at === null ? null : assessRisk(area, shape.at)
  }, [area, shape])
  return <RiskPart area={area} risk={risk} paint={tools.paint} isWithin={shape.type === 'area'} />
}

/** A danger spot, a help spot or an area. */
export const MarkForm = ({ tools, editing }: Props) => {
  const t = useWords('mymap')
  const { plan, draft, change, id } = editing
  const { kind, name, note, by, addedAt, photo, shape } = draft.value
  const alt = [name, note].find((text) => text !== '') ?? (kind === null ? '' : t(`kind.mark.${kind}`))
  return (
    <>
      <Kind editing={editing} />
      <Where tools={tools} editing={editing} />
      <PhotoField
        key={id}
        tools={tools}
        plan={plan}
        photo={photo}
        name={alt}
        onPhoto={(next) => change({ photo: next })}
        onPlace={shape.type === 'point' ? (at) => change({ shape: { type: 'point', at: [...at] } }) : null}
      />
      <NameField value={name} onCommit={(text) => change({ name: text })} />
      <NoteField value={note} onCommit={(text) => change({ note: text })} />
      <AddedBy
        members={plan.household.members}
        by={by}
        addedAt={addedAt}
        onBy={(text) => change({ by: text })}
      />
      <Risk tools={tools} editing={editing} />
    </>
  )
}
