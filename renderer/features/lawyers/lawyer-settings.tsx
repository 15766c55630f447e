import { useState } from 'react'
import type { Firm, Lawyer } from '#contract/lawyers.ts'
import { useAsk } from '../../lib/ask.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { RotaSetUp } from '../../ui/rota-set-up.tsx'
import { FirmPage } from './firm-page.tsx'
import { FirmRegister } from './firm-register.tsx'
import { LawyerPage } from './lawyer-page.tsx'
import { LawyerRegister } from './lawyer-register.tsx'
import './lawyers.css'

/** Which page of these settings; `undefined` as an id is somebody new. */
type At = { page: 'register' } | { page: 'lawyer' | 'firm'; id: string | undefined; told?: string }

/** 设置 → 律师: the register of lawyers and their firms; a row opens its page in the same place. */
export function LawyerSettings() {
  const lawyers = useAsk('lawyers.list', {})
  const firms = useAsk('firms.list', {})
  const [at, setAt] = useState<At>({ page: 'register' })
  const register = () => setAt({ page: 'register' })
  const failure = lawyers.failure ?? firms.failure
  if (!lawyers.data || !firms.data)
    return failure ? <FailureNotice failure={failure} /> : <Loading />
  if (at.page === 'lawyer')
    return (
      <LawyerPage
        key={at.id ?? 'new'}
        lawyer={find<Lawyer>(lawyers.data, at.id)}
        lawyers={lawyers.data}
        firms={firms.data}
        told={at.told}
        onOpen={(id, told) => setAt({ page: 'lawyer', id, told })}
        onClose={register}
      />
    )
  if (at.page === 'firm')
    return (
      <FirmPage
        key={at.id ?? 'new'}
        firm={find<Firm>(firms.data, at.id)}
        told={at.told}
        onOpen={(id, told) => setAt({ page: 'firm', id, told })}
        onClose={register}
      />
    )
  // A new centre writes its firms first: lawyers then choose theirs.
  const firmsFirst = firms.data.length === 0 && lawyers.data.length === 0
  const firmRegister = (
    <FirmRegister
      firms={firms.data}
      isNext={firmsFirst}
      onOpen={(id) => setAt({ page: 'firm', id })}
    />
  )
  return (
    <div className="sections">
      <RotaSetUp />
      {firmsFirst ? firmRegister : null}
      <LawyerRegister
        lawyers={lawyers.data}
        firms={firms.data}
        isNext={!firmsFirst}
        onOpen={(id) => setAt({ page: 'lawyer', id })}
      />
      {firmsFirst ? null : firmRegister}
    </div>
  )
}

const find = <T extends { id: string }>(
  list: readonly T[],
  id: string | undefined,
): T | undefined => list.find((one) => one.id === id)
