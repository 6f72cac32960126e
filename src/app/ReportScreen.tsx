import { useMemo } from 'react'
import { useStore } from 'zustand'
import { ReportPanel } from '#features/language/index.ts'
import { createSharer } from '#platform/device/sharer.ts'
import type { Parts } from './parts.ts'

/** A mistake in the words of the screen that was left for this one. */
export const ReportScreen = ({ parts }: { readonly parts: Parts }) => {
  const screen = useStore(parts.device, (state) => state.reportFrom)
  const hands = useMemo(() => {
    const sharer = createSharer()
    return {
      canShare: sharer.canShare('link'),
      copy: (text: string) => sharer.copy(text),
      share: (text: string) => sharer.shareText(text),
    }
  }, [])
  return <ReportPanel screen={screen} version={import.meta.env.APP_VERSION} hands={hands} />
}
