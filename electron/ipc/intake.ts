import type { intake as contract } from '#contract/intake.ts'
import { DomainError } from '#db/domain/errors.ts'
import { findDraft, listDrafts, listSimilar } from '#db/queries/intake.ts'
import { linkConsultation, unlinkDraft } from '#db/services/consultation-hand-over.ts'
import { discardDraft, registerCase, saveDraft } from '#db/services/intake.ts'
import type { Handlers } from './context.ts'

export const intake: Handlers<typeof contract> = {
  drafts: ({ db, actor }) => listDrafts(db, actor.userId),
  async draft({ db, actor }, { id }) {
    const draft = await findDraft(db, actor.userId, id)
    if (!draft) throw new DomainError('intake.notFound')
    return draft
  },
  async saveDraft(context, draft) {
    context.about('draft', draft.id)
    return { revision: await saveDraft(context, draft), savedAt: context.now }
  },
  async discardDraft(context, { id }) {
    context.about('draft', id)
    await unlinkDraft(context, id)
    await discardDraft(context, id)
    return {}
  },
  similar: ({ db, actor }, wanted) => listSimilar(db, actor, wanted),
  async submit(context, { draftId, form }) {
    const registered = await registerCase(context, form)
    context.about('case', registered.caseId)
    if (draftId !== undefined) {
      await linkConsultation(context, draftId, registered.caseId)
      await discardDraft(context, draftId)
    }
    return registered
  },
}
