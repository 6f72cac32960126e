import { useState } from 'react'
import {
  checkIn,
  emptyRollCall,
  noteHelped,
  rollCallCsv,
  takeOut,
  type AtReception,
  type RollCall,
} from '#domain/drills/roll-call.ts'
import { mergeRolls } from '#domain/drills/kept-board.ts'
import { Said, useWords } from '#i18n/index.ts'
import { Notice } from '#ui/Notice.tsx'
import { Panel, Section } from '#ui/Panel.tsx'
import { Anew } from './board/Anew.tsx'
import { LastArrivals, NeedHelp } from './board/Arrivals.tsx'
import { ByHand } from './board/ByHand.tsx'
import { takeByHand, takeCode, type CheckedIn } from './board/check-in.ts'
import { rollHead } from './board/csv-words.ts'
import { Files } from './board/Files.tsx'
import { HandedIn } from './board/HandedIn.tsx'
import type { Kept } from './board/kept.ts'
import { KeptNotices } from './board/KeptNotices.tsx'
import { NoDrill } from './board/NoDrill.tsx'
import { OfDrill } from './board/OfDrill.tsx'
import { organise, useOrganised, useReceptionSite, useRoll, type Organised } from './board/organised.ts'
import { Reading, SaidLast, useSaid } from './board/Reading.tsx'
import { RollSums } from './board/RollSums.tsx'
import { ChooseSite } from './board/ChooseSite.tsx'
import { siteOf } from './board/SiteName.tsx'
import { LanguageTable } from './board/Sums.tsx'
import { OtherArea } from './join/OtherArea.tsx'
import type { DrillTools } from './tools.ts'

type Props = { readonly tools: DrillTools }
type OfOne = Props & { readonly organised: Organised }

/** Puts an arrival that was taken out back, as it was. */
function putBack(roll: RollCall, { arrival, helped }: AtReception): RollCall {
  const added = checkIn(roll, arrival)
  const noted = added.ok ? noteHelped(added.value, arrival.nonce, helped) : added
  return noted.ok ? noted.value : roll
}

/** Notes that one more, or one fewer, got help; what another page noted meanwhile counts. */
const noteOne = (kept: Kept<RollCall>, nonce: string, by: 1 | -1): void =>
  void kept.change((roll) => {
    const found = roll.arrivals.find(({ arrival }) => arrival.nonce === nonce)
    const noted = found === undefined ? null : noteHelped(roll, nonce, found.helped + by)
    return noted?.ok === true ? noted.value : roll
  })

const RollFiles = ({ tools, roll }: Props & { readonly roll: RollCall }) => {
  const t = useWords('drills')
  return (
    <Files
      tools={tools}
      files={[
        {
          words: 'drills:board.csv',
          name: `minna-reception-${roll.drill}.csv`,
          type: 'text/csv',
          text: () => rollCallCsv(roll, rollHead(t)),
        },
      ]}
      onPrint={() => {
        tools.choosePaper('rollCall')
        tools.go('drillPaper')
      }}
    />
  )
}

/** What was taken away last and can be had back. */
type Gone = { readonly one: AtReception } | { readonly all: RollCall }

const Reception = ({ tools, organised, site }: OfOne & { readonly site: string }) => {
  const { kept, ...state } = useRoll(tools, organised, site)
  const { said, say } = useSaid(tools)
  const [gone, setGone] = useState<Gone | null>(null)
  if (state.status === 'opening') return null
  const roll = state.value
  const tell = ({ isTaken, phrase }: CheckedIn) => say(isTaken, phrase)
  const nameOf = (id: string) => siteOf(tools, id)?.name.ja ?? null
  const hear = async (text: string) => tell(await takeCode(kept, text, nameOf))
  const undo = () => {
    if (gone !== null)
      void kept.change((now) => ('one' in gone ? putBack(now, gone.one) : mergeRolls(gone.all, now)))
    setGone(null)
  }
  return (
    <>
      <KeptNotices state={state} />
      <HandedIn tools={tools} kind="arrival" drill={organised} onTake={(text) => void hear(text)} />
      <RollSums roll={roll} />
      <Section title={<Said k="drills:roll.arrive" />}>
        <SaidLast said={said} />
        <Reading
          tools={tools}
          onText={(text) => void hear(text)}
          onTrouble={(trouble) => say(false, trouble)}
        />
        <ByHand
          onAdd={(people, needHelp) => void takeByHand(kept, people, needHelp, tools.randomBytes).then(tell)}
        />
      </Section>
      <NeedHelp roll={roll} onHelped={(nonce, by) => noteOne(kept, nonce, by)} />
      {roll.byLanguage.length === 0 ? null : (
        <LanguageTable byLanguage={roll.byLanguage} title="drills:roll.byArrival" />
      )}
      <LastArrivals
        roll={roll}
        onTakeOut={(one) => {
          setGone({ one })
          void kept.change((now) => takeOut(now, one.arrival.nonce))
        }}
      />
      {roll.arrivals.length === 0 ? null : <RollFiles tools={tools} roll={roll} />}
      <Anew
        key={gone !== null && 'one' in gone ? gone.one.arrival.nonce : 'all'}
        count={roll.people}
        undo={gone === null ? null : 'one' in gone ? 'drills:board.undone' : 'drills:board.emptied'}
        onEmpty={() => {
          setGone({ all: roll })
          void kept.change((now) => emptyRollCall(now.drill, now.area, now.site))
        }}
        onUndo={undo}
      />
    </>
  )
}

const OneDrill = ({ tools, organised }: OfOne) => {
  const site = useReceptionSite(tools, organised.drill)
  const { area } = tools
  if (area?.manifest.area.code !== organised.area) return <OtherArea tools={tools} code={organised.area} />
  if (area.sites === null || area.sites.length === 0)
    return (
      <Notice tone="unknown">
        <p>
          <Said k="drills:roll.noSites" />
        </p>
      </Notice>
    )
  return (
    <>
      <OfDrill tools={tools} organised={organised} />
      <ChooseSite tools={tools} drill={organised.drill} sites={area.sites} site={site} />
      {site === null ? (
        <HandedIn tools={tools} kind="arrival" drill={organised} onTake={() => undefined} canTake={false} />
      ) : (
        <Reception key={site} tools={tools} organised={organised} site={site} />
      )}
    </>
  )
}

/** The reception of a site: who arrives is counted, and who needs help is seen to. Nobody is asked for a name; it works offline. */
export const RollScreen = ({ tools }: Props) => {
  const { status, organised } = useOrganised(tools)
  return (
    <Panel>
      <p>
        <Said k="drills:roll.what" />
      </p>
      {status === 'opening' ? null : organised === null ? (
        <NoDrill
          tools={tools}
          kind="arrival"
          onTake={(drill, text) =>
            // At which site is asked next; then the arrival is asked about again.
            void organise(tools, drill).then(() => tools.drills.store.setState({ handedIn: text }))
          }
        />
      ) : (
        <OneDrill key={organised.drill} tools={tools} organised={organised} />
      )}
      {tools.emergency}
    </Panel>
  )
}
