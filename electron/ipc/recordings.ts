import type { recordings as contract } from '#contract/recordings.ts'
import { mayReadContent } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { listRecordings, readSound } from '#db/queries/recordings.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { findSession } from '#db/queries/sessions.ts'
import { getCase } from '#db/services/case-access.ts'
import {
  addSlice,
  getRecording,
  purgeRecording,
  startRecording,
  stopRecording,
} from '#db/services/recordings.ts'
import type { Handlers } from './context.ts'

export const recordings: Handlers<typeof contract> = {
  settings: ({ db }) => getSetting(db, 'recordings'),
  async saveSettings(context, settings) {
    context.about('settings', 'recordings')
    await putSetting(context.tx, 'recordings', settings, context.now)
    return {}
  },
  async list({ db, actor }, { sessionId }) {
    const session = await findSession(db, sessionId)
    if (!session) throw new DomainError('sessions.notFound')
    await getCase(db, actor, session.caseId, mayReadContent)
    return listRecordings(db, sessionId)
  },
  async start(context, form) {
    const id = await startRecording(context, form)
    context.about('recording', id)
    return { id }
  },
  async addSlice(context, { base64, ...slice }) {
    context.about('recording', slice.recordingId)
    await addSlice(context, { ...slice, bytes: Buffer.from(base64, 'base64') })
    return {}
  },
  async stop(context, { recordingId }) {
    context.about('recording', recordingId)
    await stopRecording(context, recordingId)
    return {}
  },
  async sound({ db, actor }, { recordingId }) {
    const recording = await getRecording(db, actor, recordingId)
    if (recording.purged_at !== null) throw new DomainError('recordings.notFound')
    const bytes = await readSound(db, recordingId)
    return { mediaType: recording.media_type, base64: Buffer.from(bytes).toString('base64') }
  },
  async purge(context, { recordingId }) {
    context.about('recording', recordingId)
    await purgeRecording(context, recordingId)
    return {}
  },
}
