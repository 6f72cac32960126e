import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import { Actions, Panel, Quiet, Section } from '#ui/Panel.tsx'
import { History } from './home/History.tsx'
import { JoinByCode } from './home/JoinByCode.tsx'
import { ScenarioList } from './home/ScenarioList.tsx'
import { Waiting } from './home/Waiting.tsx'
import type { DrillTools } from './tools.ts'

/** What a drill is, the one that waits, and all the ways into one. */
export const HomeScreen = ({ tools }: { readonly tools: DrillTools }) => (
  <Panel>
    <p>
      <Said k="drills:home.what" />
    </p>
    <Waiting tools={tools} />
    <Section title={<Said k="app:title.drillJoin" />}>
      <JoinByCode tools={tools} />
    </Section>
    <Section title={<Said k="drills:home.list" />}>
      <ScenarioList tools={tools} />
    </Section>
    <Section title={<Said k="app:title.drillHost" />}>
      <Quiet>
        <Said k="drills:home.holdMeans" />
      </Quiet>
      <Actions>
        {(['drillHost', 'drillBoard', 'drillRoll'] as const).map((screen) => (
          <Button key={screen} onClick={() => tools.go(screen)}>
            <Said k={`app:title.${screen}`} />
          </Button>
        ))}
      </Actions>
    </Section>
    <History tools={tools} />
    {tools.emergency}
  </Panel>
)
