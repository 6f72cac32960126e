import { useState } from 'react'
import { useStore } from 'zustand'
import type { PlanTools } from '#features/plan/index.ts'
import { ReceivedPanel, SharePanel, type Received } from '#features/share/index.ts'
import { appAddress } from './app-address.ts'
import type { PlanHouse } from './plan-house.ts'
import type { Parts } from './parts.ts'

type Props = { readonly tools: PlanTools; readonly house: PlanHouse; readonly parts: Parts }

/** The parts of a series of codes that are here so far: kept over a reload, because each code that is scanned opens the app anew. */
function useSeries({ tools, house }: Props) {
  const [parts, setParts] = useState(() => house.receivedParts.read(tools.now()))
  const onParts = (next: readonly string[]) => {
    house.receivedParts.keep(next, tools.now())
    setParts(next)
  }
  return { parts, onParts }
}

export const ShareScreen = (props: Props) => {
  const { tools, parts } = props
  const onReceived = (received: Received) => {
    parts.plan.store.setState({ received })
    parts.routes.go('received')
  }
  return <SharePanel tools={tools} address={appAddress()} onReceived={onReceived} {...useSeries(props)} />
}

export const ReceivedScreen = (props: Props) => {
  const { tools, parts } = props
  const received = useStore(parts.plan.store, (state) => state.received)
  return (
    <ReceivedPanel
      tools={tools}
      received={received}
      onReceived={(next) => parts.plan.store.setState({ received: next })}
      onDone={() => {
        parts.plan.store.setState({ received: null })
        parts.routes.go('plan', { replace: true })
      }}
      {...useSeries(props)}
    />
  )
}
