import type { Inspected } from '../risk/index.ts'
import type { Speech } from '../speech/index.ts'

/** For which point the answer holds, as it is read aloud: only that a name stands for one point, and no coordinates. */
export const sayPoint =
  ({ from, name }: Inspected): Speech =>
  (t) =>
    from === 'search' && name !== null ? [t('text:point.named')] : []
