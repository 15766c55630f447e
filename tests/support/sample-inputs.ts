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
const sheet = { form: 'f13', objectId: nowhere } as const

const ownClause = {
  title: '本中心的付款条款',
  typeCodes: [],
  kind: 'other' as const,
  text: '【付款人】按期付清。',
  note: '',
}

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
    keepCursor: { sessionId: nowhere, cursor: { entryId: nowhere, caret: 0 } },
    leaveRoom: { sessionId: nowhere },
    whereIWas: {},
    beginPart: { sessionId: nowhere, kind: 'separate', partyId: nowhere },
    consent: { sessionId: nowhere, attendeeId: nowhere, partyIds: [nowhere] },
    leave: { sessionId: nowhere, attendeeId: nowhere },
    addFact: { caseId: nowhere, text: '月工资4,800元。' },
    changeFact: { id: nowhere, revision: 1, text: '月工资4,900元。' },
    removeFact: { id: nowhere },
    answerFact: { id: nowhere, revision: 1, partyId: nowhere, answer: 'yes' },
    privateNotes: { caseId: nowhere },
    savePrivateNotes: { caseId: nowhere, revision: 0, text: '先听听两边怎么说。' },
    end: { sessionId: nowhere, result: 'agreed', resultNote: '' },
  },
  agreements: {
    get: { id: nowhere },
    queue: {},
    draft: { caseId: nowhere },
    save: { id: nowhere, revision: 1, content: wageContent([{ id: nowhere }]) },
    submit: { id: nowhere, revision: 1 },
    followPackage: { id: nowhere, revision: 1 },
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
    versions: { caseId: nowhere },
    strokes: { id: nowhere, signatureId: nowhere },
    removeSignature: { id: nowhere, signatureId: nowhere },
  },
  readBacks: {
    get: { paper: 'agreement', objectId: nowhere },
    answer: {
      paper: 'agreement',
      objectId: nowhere,
      sha256: '0'.repeat(64),
      item: 'facts',
      partyId: nowhere,
      answer: 'yes',
      words: '',
    },
  },
  clauses: {
    list: { typeCode: '10.02' },
    add: ownClause,
    change: { id: nowhere, ...ownClause },
    remove: { id: nowhere },
    phrases: {},
  },
  drafts: {
    get: { kind: 'offer', objectId: nowhere },
    keep: { kind: 'offer', objectId: nowhere, text: '{}' },
    drop: { kind: 'passedWarnings', objectId: nowhere },
  },
  recordings: {
    settings: {},
    saveSettings: { allowed: true, keepDays: 90 },
    list: { sessionId: nowhere },
    start: { sessionId: nowhere, mediaType: 'audio/webm;codecs=opus', consentsOf: [nowhere] },
    addSlice: { recordingId: nowhere, position: 0, startedMs: 0, base64: 'AAAA' },
    stop: { recordingId: nowhere },
    sound: { recordingId: nowhere },
    purge: { recordingId: nowhere },
  },
  offers: {
    ledger: { caseId: nowhere },
    make: {
      id: nowhere,
      caseId: nowhere,
      terms: {
        terms: [{ id: nowhere, kind: 'other', text: '双方各退一步。' }],
        condition: '',
        note: '',
      },
    },
    answer: { offerId: nowhere, partyId: nowhere, answer: 'yes' },
    withdraw: { offerId: nowhere },
    release: { offerId: nowhere },
    proposeFromAgreement: { id: nowhere, agreementId: nowhere },
    read: { caseId: nowhere, text: '同意12月5日前先付一万八。' },
  },
  attachments: { add: { caseId: nowhere, kind: 'other' }, view: { id: nowhere } },
  papers: {
    preview: paper,
    print: { ...paper, copies: 1 },
    save: { ...paper, channel: 'docx' },
    forms: {},
    previewBlank: { form: 'f02' },
    printBlank: { form: 'f02', copies: 1 },
    saveBlank: { form: 'f02', channel: 'docx' },
    fonts: {},
  },
  volumes: {
    plan: { caseId: nowhere },
    preview: { caseId: nowhere },
    progress: { caseId: nowhere },
    cancel: { caseId: nowhere },
    save: { caseId: nowhere, channel: 'pdf' },
    print: { caseId: nowhere, parts: [{ ...paper, copies: 1 }] },
  },
  templates: {
    list: {},
    tags: {},
    check: { form: 'f02' },
    add: { handle: 'none', form: 'f02', name: '本中心的申请书', from: localDate('2026-12-01') },
    remove: { id: nowhere },
    sample: { id: nowhere },
    saveStart: { form: 'f02' },
    wordings: { form: 'f02' },
    previewWordings: { form: 'f02', texts: {}, orders: {} },
    saveWordings: { form: 'f02', texts: {}, orders: {}, from: localDate('2026-12-01') },
    ownForms: {},
    removeOwnForm: { id: nowhere },
  },
  dossiers: {
    get: { caseId: nowhere },
    confirmSigned: { form: 'f03', objectId: nowhere, signed: true },
    saveArchive: {
      caseId: nowhere,
      revision: 0,
      packId: 'national',
      shelf: '',
      compilerName: '',
      checkerName: '',
      missing: '',
      late: '',
      damaged: '',
      media: '',
      otherNotes: '',
      remark: '',
    },
    close: { caseId: nowhere },
    lend: {
      caseId: nowhere,
      borrower: '司法所',
      unit: '',
      purpose: '卷宗评查',
      lentOn: localDate('2026-11-22'),
      dueOn: localDate('2026-11-29'),
    },
    returnLoan: { loanId: nowhere, returnedOn: localDate('2026-11-22'), note: '' },
    loans: { openOnly: false },
    saveRetentionYears: { short: 5, long: 10 },
    handOver: {
      fromId: nowhere,
      toId: '01900000-0000-7000-8000-00000000beef',
      caseIds: [nowhere],
      reason: '退休',
    },
    handovers: {},
    casesOf: { userId: nowhere },
  },
  printing: {
    printers: {},
    settings: {},
    saveSettings: { usual: { sides: 'long' }, forms: { f10: { sides: 'one', copies: 4 } } },
    queue: { openOnly: false },
    retry: { jobId: nowhere },
    cancel: { jobId: nowhere },
    testPage: { printer: 'none', sides: 'one' },
    log: { limit: 10 },
  },
  sheets: {
    get: sheet,
    add: { caseId: nowhere, form: 'f13' },
    save: { ...sheet, words: { fields: {}, lists: {} }, revision: 0 },
    remove: sheet,
    restore: sheet,
  },
  scans: {
    list: { caseId: nowhere },
    add: { caseId: nowhere },
    drop: { caseId: nowhere, files: [{ name: '扫描.pdf', base64: 'JVBERg==' }] },
    image: { scanId: nowhere, width: 300 },
    place: { scanIds: [nowhere], form: 'f09', objectId: nowhere, page: 1 },
    setState: { scanIds: [nowhere], state: 'setAside' },
    turn: { scanId: nowhere, by: 90 },
  },
  backups: { status: {}, list: {}, make: { elsewhere: false } },
  audit: { list: { limit: 10 }, acknowledgeAlarm: {}, verify: {} },
}
