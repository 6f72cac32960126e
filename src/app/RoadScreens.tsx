import { AlertsScreen } from './AlertsScreen.tsx'
import { ClosuresScreen } from './ClosuresScreen.tsx'
import { EscapeScreen } from './EscapeScreen.tsx'
import { WithLaterWords } from './LaterWords.tsx'
import type { Parts } from './parts.ts'
import { WaysScreen } from './WaysScreen.tsx'

export type RoadScreen = 'closures' | 'alerts' | 'ways' | 'escape'

const Screen = ({ screen, parts }: { readonly screen: RoadScreen; readonly parts: Parts }) => {
  switch (screen) {
    case 'closures':
      return <ClosuresScreen parts={parts} />
    case 'alerts':
      return <AlertsScreen parts={parts} />
    case 'ways':
      return <WaysScreen parts={parts} />
    case 'escape':
      return <EscapeScreen parts={parts} />
  }
}

/** What the city says of roads and people, and the ways on foot: a chunk of its own, with the words that come later. */
export const RoadScreens = ({ screen, parts }: { readonly screen: RoadScreen; readonly parts: Parts }) => (
  <WithLaterWords>
    <Screen screen={screen} parts={parts} />
  </WithLaterWords>
)
