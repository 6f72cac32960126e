import { Said } from '#i18n/index.ts'
import { Button } from '#ui/Button.tsx'
import type { Finished } from '../state.ts'
import type { DrillTools } from '../tools.ts'

/** Leads to the certificate; nothing of it is kept. */
export const CertificatePart = ({ tools }: { readonly tools: DrillTools; readonly finished: Finished }) => (
  <Button
    onClick={() => {
      tools.choosePaper('certificate')
      tools.go('drillPaper')
    }}
  >
    <Said k="drills:certificate.open" />
  </Button>
)
