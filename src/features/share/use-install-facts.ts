import { useEffect, useState } from 'react'
import type { InstallFacts, Installer } from '#platform/ports.ts'

/** What the device says of the home screen, told anew when it changes. */
export function useInstallFacts(installer: Installer): InstallFacts {
  const [facts, setFacts] = useState(() => installer.facts())
  useEffect(() => installer.onChange(() => setFacts(installer.facts())), [installer])
  return facts
}

/** Safari on iOS drops what a site keeps after 7 days without a visit, unless it is on the home screen (webkit.org/blog/10218). */
export const isDroppedBySystem = ({ installed, system }: InstallFacts): boolean =>
  system === 'ios' && !installed
