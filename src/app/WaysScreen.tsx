import type { Parts } from './parts.ts'

export const WaysScreen = ({ parts }: { readonly parts: Parts }) => (
  <p data-code={parts.areas.store.getState().open.code} />
)
