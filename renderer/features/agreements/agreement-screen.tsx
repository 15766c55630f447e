import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isEditable } from '#db/domain/agreement/status.ts'
import { askAgain, useAsk } from '../../lib/ask.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { AgreementEditor } from './agreement-editor.tsx'
import { AgreementReading } from './agreement-reading.tsx'
import './agreements.css'

export const AgreementScreen = ({ agreementId }: { agreementId: string }) => {
  const queries = useQueryClient()
  const { data, failure, previous } = useAsk('agreements.get', { id: agreementId })
  const [visit, setVisit] = useState(0)
  if (failure && !data) {
    return (
      <Screen title="人民调解协议书" back>
        <FailureNotice failure={failure} />
      </Screen>
    )
  }
  if (!data || previous) {
    return (
      <Screen title="人民调解协议书" back>
        <Loading />
      </Screen>
    )
  }
  const reload = async (): Promise<void> => {
    await askAgain(queries, ['agreements'])
    setVisit((count) => count + 1)
  }
  return data.mayEdit && isEditable(data.status) ? (
    <AgreementEditor key={`${agreementId} ${visit}`} record={data} onReload={() => void reload()} />
  ) : (
    <AgreementReading key={agreementId} record={data} />
  )
}
