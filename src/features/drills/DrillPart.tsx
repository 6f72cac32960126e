import type { ReactNode } from 'react'
import { BoardScreen } from './BoardScreen.tsx'
import { DrillScreen as RunScreen } from './DrillScreen.tsx'
import { EndScreen } from './EndScreen.tsx'
import { HomeScreen } from './HomeScreen.tsx'
import { HostScreen } from './HostScreen.tsx'
import { JoinScreen } from './JoinScreen.tsx'
import { PaperScreen } from './PaperScreen.tsx'
import { RollScreen } from './RollScreen.tsx'
import type { DrillScreen, DrillTools } from './tools.ts'

/** A screen of drills. */
export const DrillPart = ({
  screen,
  tools,
}: {
  readonly screen: DrillScreen
  readonly tools: DrillTools
}): ReactNode => {
  switch (screen) {
    case 'drills':
      return <HomeScreen tools={tools} />
    case 'drillJoin':
      return <JoinScreen tools={tools} />
    case 'drill':
      return <RunScreen tools={tools} />
    case 'drillEnd':
      return <EndScreen tools={tools} />
    case 'drillHost':
      return <HostScreen tools={tools} />
    case 'drillBoard':
      return <BoardScreen tools={tools} />
    case 'drillRoll':
      return <RollScreen tools={tools} />
    case 'drillPaper':
      return <PaperScreen tools={tools} />
  }
}
