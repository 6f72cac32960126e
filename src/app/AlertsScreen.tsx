import type { Parts } from './parts.ts'

export const AlertsScreen = ({ parts }: { readonly parts: Parts }) => (
  <p data-code={parts.areas.store.getState().open.code} />
)
