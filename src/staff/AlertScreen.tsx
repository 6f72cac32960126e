import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { CITY_LEVELS } from '#domain/alerts/alert.ts'
import { writeTime } from '#domain/closures/time.ts'
import { SITE_HAZARDS } from '#domain/hazards/hazard-kind.ts'
import type { Area } from '#domain/packs/area.ts'
import { alertOf, draftOfAlert, newAlert, newAlertId, type AlertDraft } from '#domain/publish/draft-alert.ts'
import { foreign, Said, useWords } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Chips, Switch } from '#ui/Choice.tsx'
import { Checks, TextField } from '#ui/Field.tsx'
import { Quiet, Section } from '#ui/Panel.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { FormEnd } from './FormEnd.tsx'
import { OfficeOnce } from './OfficeField.tsx'
import type { City, StaffParts } from './parts.ts'
import { useUnload } from './use-unload.ts'

type DraftProps = {
  readonly draft: AlertDraft
  readonly onDraft: (draft: AlertDraft) => void
}

type AlertScreenProps = { readonly parts: StaffParts; readonly city: City; readonly id: string }

/** What the clerk has said so far, and how it becomes an order. */
function useDraft({ parts, city, id }: AlertScreenProps, office: string) {
  const [before] = useState(() => city.alerts.items().find((one) => one.id === id) ?? null)
  const [draft, setDraft] = useState<AlertDraft>(() =>
    before === null ? newAlert(office) : draftOfAlert(before),
  )
  const [isTouched, setIsTouched] = useState(false)
  const onDraft = (next: AlertDraft) => {
    setIsTouched(true)
    setDraft(next)
  }
  /** False = something is missing. */
  const finish = (): boolean => {
    const at = parts.services.clock.now()
    const taken = city.alerts.items().map((one) => one.id)
    const whole = { ...draft, sender: draft.sender.trim() === '' ? office : draft.sender }
    const alert = alertOf(whole, before?.id ?? newAlertId(taken, writeTime(at).slice(0, 10)), before, at)
    if (alert === null) return false
    city.alerts.add({ kind: 'put', item: alert, before })
    return true
  }
  return { draft, onDraft, isTouched, finish }
}

/** One order of the city: how urgent, which danger, for whom, which sites are open. */
export const AlertScreen = (props: AlertScreenProps) => {
  const { parts, city } = props
  const open = useStore(parts.areas.store, (state) => state.open)
  const kept = useStore(parts.settings, (state) => state.office)
  const office = kept || (city.alerts.base()?.publisher ?? '')
  const [isOfficeKnown] = useState(office !== '')
  const { draft, onDraft, isTouched, finish } = useDraft(props, office)
  const [isShort, setIsShort] = useState(false)
  useUnload(isTouched)
  if (open.status !== 'open') return null
  const isNobody = draft.sender.trim() === '' && office === ''
  return (
    <>
      <OfficeOnce parts={parts} isKnown={isOfficeKnown} />
      <Order draft={draft} onDraft={onDraft} />
      <Districts area={open.area} draft={draft} onDraft={onDraft} />
      <Shelters area={open.area} draft={draft} onDraft={onDraft} />
      <OwnWords draft={draft} onDraft={onDraft} office={office} />
      <FormEnd
        parts={parts}
        missing={!isShort ? null : isNobody ? 'staff:closure.noOffice' : 'staff:alert.noDistrict'}
        onNext={() => {
          if (finish()) parts.routes.go('review', 'alerts')
          else setIsShort(true)
        }}
      />
    </>
  )
}

const Order = ({ draft, onDraft }: DraftProps) => (
  <Section title={<Said k="staff:alert.what" />}>
    <Chips
      legend={<Said k="staff:alert.level" />}
      value={String(draft.level)}
      options={CITY_LEVELS.map((level) => ({
        value: String(level),
        label: <Said k={`timeline:trigger.city${level}`} />,
      }))}
      onChange={(chosen) =>
        onDraft({ ...draft, level: CITY_LEVELS.find((one) => String(one) === chosen) ?? draft.level })
      }
    />
    <Chips
      legend={<Said k="staff:alert.hazard" />}
      value={draft.hazard}
      options={SITE_HAZARDS.map((value) => ({ value, label: <Said k={`hazards:site.${value}`} /> }))}
      onChange={(hazard) => onDraft({ ...draft, hazard })}
    />
  </Section>
)

const OwnWords = ({ draft, onDraft, office }: DraftProps & { readonly office: string }) => (
  <Section title={<Said k="staff:alert.words" />}>
    <TextField
      label={<Said k="staff:alert.sender" />}
      value={draft.sender === '' ? office : draft.sender}
      most={120}
      onCommit={(sender) => onDraft({ ...draft, sender })}
    />
    <TextField
      label={<Said k="staff:what.own" />}
      hint={<Said k="staff:what.ownHint" />}
      value={draft.textJa}
      most={1_000}
      lines={3}
      onCommit={(textJa) => onDraft({ ...draft, textJa })}
    />
  </Section>
)

/** Rows that are offered at a time; a whole city has hundreds. */
const MOST_ROWS = 24

const Districts = ({ area, draft, onDraft }: DraftProps & { readonly area: Area }) => {
  const [typed, setTyped] = useState('')
  const names = useMemo(
    () => [
      ...new Set(
        area.places
          .filter(({ kind }) => kind === 'district' || kind === 'neighbourhood')
          .map(({ name }) => name),
      ),
    ],
    [area],
  )
  const free = typed.normalize('NFKC').trim()
  const found = names.filter((name) => free !== '' && name.includes(free) && !draft.districts.includes(name))
  const listed = [
    ...draft.districts,
    ...(free === '' ? names.filter((name) => !draft.districts.includes(name)) : found),
  ]
  return (
    <Section title={<Said k="staff:alert.where" />}>
      <Switch
        label={<Said k="staff:alert.wholeCity" />}
        on={draft.wholeCity}
        onChange={(wholeCity) => onDraft({ ...draft, wholeCity })}
      />
      {draft.wholeCity ? null : (
        <>
          <SearchField label={<Said k="staff:alert.find" />} text={typed} most={60} onType={setTyped} />
          {free !== '' && !names.includes(free) && !draft.districts.includes(free) ? (
            <Button icon="plus" onClick={() => onDraft({ ...draft, districts: [...draft.districts, free] })}>
              <Said k="staff:alert.addDistrict" params={{ place: free }} />
            </Button>
          ) : null}
          <Checks
            legend={<Said k="staff:alert.districts" params={{ count: draft.districts.length }} />}
            options={listed
              .slice(0, Math.max(MOST_ROWS, draft.districts.length))
              .map((value) => ({ value, label: <Said text={foreign('ja', value)} /> }))}
            checked={draft.districts}
            onChange={(districts) => onDraft({ ...draft, districts })}
          />
        </>
      )}
    </Section>
  )
}

const Shelters = ({ area, draft, onDraft }: DraftProps & { readonly area: Area }) => {
  const t = useWords('staff')
  const [typed, setTyped] = useState('')
  const sites = area.sites ?? []
  const free = typed.normalize('NFKC').trim()
  const isWanted = (id: string, name: string) =>
    draft.shelters.includes(id) || (free !== '' && name.includes(free))
  const found = sites.filter(({ id, name }) => isWanted(id, name.ja))
  const listed = free === '' && found.length === 0 ? sites.slice(0, MOST_ROWS) : found
  return (
    <Section title={<Said k="staff:alert.shelters" />}>
      <Quiet>
        <Said k={area.sites === null ? 'staff:alert.noSites' : 'staff:alert.sheltersHint'} />
      </Quiet>
      <SearchField label={<Said k="staff:alert.findSite" />} text={typed} most={60} onType={setTyped} />
      <Checks
        legend={<Said k="staff:alert.opened" params={{ count: draft.shelters.length }} />}
        options={listed.map(({ id, name, designated }) => ({
          value: id,
          label: <Said text={foreign('ja', name.ja)} />,
          ...(designated[draft.hazard] === false ? { hint: <Said text={t('alert.notDesignated')} /> } : {}),
        }))}
        checked={draft.shelters}
        onChange={(shelters) => onDraft({ ...draft, shelters })}
      />
    </Section>
  )
}
