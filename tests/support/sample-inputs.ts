import type { ContractRouterClient } from '@orpc/contract'
import { localDate } from '#db/domain/local-date.ts'
import type { Contract } from '#contract/index.ts'
import { body, password } from './centre.ts'
import { wageContent, wageForm } from './wage-case.ts'

type Calls = ContractRouterClient<Contract>
type Inputs = {
  [S in keyof Calls]: {
    [V in keyof Calls[S]]: Calls[S][V] extends (input: infer I, ...rest: never[]) => unknown
      ? I
      : never
  }
}

/** An id of the right shape that nothing has. */
export const nowhere = '01900000-0000-7000-8000-00000000dead'
const paper = { form: 'receipt', objectId: nowhere } as const

/** One input of the right shape for every operation; an operation without one does not compile. */
export const sampleInputs: Inputs = {
  store: {
    state: {},
    create: { body, userName: '某某', password, practice: false },
    putRecoveryKeyOnPaper: { recoveryKey: 'x', channel: 'printer' },
    signIn: { userId: nowhere, password },
    recover: { recoveryKey: 'x', userId: nowhere, newPassword: password },
    lock: {},
    changePassword: { oldPassword: 'not the one', newPassword: password },
    chooseBackup: {},
    restore: { handle: 'none', userId: nowhere, password },
  },
  settings: { body: {}, saveBody: body },
  users: {
    list: {},
    create: { name: '新来的', role: 'lawyer', password },
    update: { id: nowhere, name: '无此人', role: 'lawyer', active: true },
    resetPassword: { id: nowhere, newPassword: password },
  },
  intake: {
    drafts: {},
    draft: { id: nowhere },
    saveDraft: { id: nowhere, revision: 0, form: { narrative: '写了一半' } },
    discardDraft: { id: nowhere },
    similar: { names: ['张三'], idNumbers: [], phones: [] },
    submit: { form: wageForm() },
  },
  cases: {
    list: { view: 'all', limit: 10 },
    today: {},
    get: { id: nowhere },
    mediators: {},
    updateParties: { caseId: nowhere, parties: wageForm().parties },
    assign: { caseId: nowhere, mediatorId: nowhere },
    move: { caseId: nowhere, event: 'takeOn' },
    addNote: { caseId: nowhere, kind: 'note', text: '电话约好明天来。' },
  },
  sessions: {
    get: { id: nowhere },
    start: {
      caseId: nowhere,
      place: '一号调解室',
      isOpen: true,
      recorderName: '周窗口',
      attendees: [
        { capacity: 'mediator', name: '吴调解', note: '', consented: true },
        { capacity: 'party', name: '张三', note: '', consented: true },
      ],
    },
    addAttendee: {
      sessionId: nowhere,
      attendee: { capacity: 'helper', name: '村干部', note: '', consented: true },
    },
    tellRights: { sessionId: nowhere },
    saveEntries: {
      sessionId: nowhere,
      entries: [
        {
          id: nowhere,
          position: 1,
          attendeeId: nowhere,
          text: '…',
          isKeyPoint: false,
          removed: false,
        },
      ],
    },
    end: { sessionId: nowhere, result: 'agreed', resultNote: '' },
  },
  agreements: {
    get: { id: nowhere },
    queue: {},
    draft: { caseId: nowhere },
    save: { id: nowhere, revision: 1, content: wageContent([{ id: nowhere }]) },
    submit: { id: nowhere, revision: 1 },
    recall: { id: nowhere },
    approve: { id: nowhere, revision: 1 },
    sendBack: { id: nowhere, words: '请再核对。' },
    revise: { id: nowhere },
    sign: {
      id: nowhere,
      signatures: [
        {
          capacity: 'body',
          signerName: '某会',
          manner: ['seal'],
          signedOn: localDate('2026-11-22'),
        },
      ],
    },
    removeSignature: { id: nowhere, signatureId: nowhere },
  },
  attachments: { add: { caseId: nowhere, kind: 'other' }, view: { id: nowhere } },
  papers: {
    preview: paper,
    print: { ...paper, copies: 1 },
    save: { ...paper, channel: 'docx' },
  },
  backups: { status: {}, list: {}, make: { elsewhere: false } },
  audit: { list: { limit: 10 }, acknowledgeAlarm: {}, verify: {} },
}
