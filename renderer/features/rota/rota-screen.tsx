import { useAsk } from '../../lib/ask.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { RotaDesk } from './rota-desk.tsx'
import './rota-lists.css'
import './rota.css'

/** One rota as a board on which it is made, tried out and published. */
export function RotaScreen({ rotaId }: { rotaId: string }) {
  const asked = useAsk('rotas.get', { id: rotaId }, { fresh: true })
  if (asked.data && !asked.previous) return <RotaDesk board={asked.data} />
  return (
    <Screen title="值班表" back={{ to: 'rotas' }}>
      {asked.failure ? <FailureNotice failure={asked.failure} /> : <Loading />}
    </Screen>
  )
}
