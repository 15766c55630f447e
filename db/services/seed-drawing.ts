import { transitions, type CaseEventType, type CaseStatus } from '../domain/case/status.ts'
import { addDays, addMonths, type LocalDate } from '../domain/local-date.ts'
import type { EventDetails } from './case-events.ts'
import { officeClock } from './seed-clock.ts'
import type { Random } from './seed-random.ts'
import {
  rejectReasons,
  returnWords,
  rooms,
  skipReasons,
  supplementReasons,
  suspendReasons,
  transferTargets,
  withdrawReasons,
} from './seed-words.ts'

import {
  nameMark,
  type SeedActor,
  type SeedSession,
  type SeedStatus,
  type SeedStep,
  type SeedTimeline,
  type SeedVersion,
} from './seed-timeline.ts'

/** How a case of one status came about. `turn` varies what has been reached in an unfinished one. */
export function drawTimeline(
  random: Random,
  start: LocalDate,
  status: SeedStatus,
  turn: number,
): SeedTimeline {
  const draw = new Drawing(random, start)
  const end = status === 'followUp' || status === 'toArchive' || status === 'archived'
  draw.reach(end ? endingOf(random) : status, turn)
  if (end) draw.close(status)
  return draw.timeline()
}

const endingOf = (random: Random): SeedStatus => {
  const share = random.next()
  if (share < 0.72) return 'performed'
  if (share < 0.86) return 'failed'
  return share < 0.94 ? 'withdrawn' : 'transferred'
}

class Drawing {
  readonly #random: Random
  readonly #clock: ReturnType<typeof officeClock>
  readonly #appliedAt: string
  #status: CaseStatus = 'draft'
  #acceptedOn: LocalDate | undefined
  #isAssigned = false
  readonly #steps: SeedStep[] = []
  readonly #sessions: SeedSession[] = []
  readonly #versions: SeedVersion[] = []
  #dues: LocalDate[] = []

  constructor(random: Random, start: LocalDate) {
    this.#random = random
    this.#clock = officeClock(random, start)
    this.#appliedAt = this.#step('window', 'submit', 0, 0)
  }

  timeline(): SeedTimeline {
    if (this.#status === 'draft') throw new Error('a drawn case has left the draft')
    return {
      status: this.#status,
      appliedAt: this.#appliedAt,
      acceptedOn: this.#acceptedOn,
      isAssigned: this.#isAssigned,
      steps: this.#steps,
      sessions: this.#sessions,
      versions: this.#versions,
      dues: this.#dues,
      lastDay: this.#clock.day,
    }
  }

  /** A step of the state machine; one that it does not know is a defect of the drawing. */
  #step(
    by: SeedActor,
    type: CaseEventType,
    days: number,
    minutes: number,
    details: EventDetails = {},
  ) {
    const edges: Partial<Record<CaseEventType, CaseStatus>> = transitions[this.#status]
    const to = edges[type]
    if (!to) throw new Error(`no ${type} from ${this.#status}`)
    const at = this.#clock.later(days, minutes)
    this.#steps.push({ at, by, kind: type, details, from: this.#status, to })
    this.#status = to
    return at
  }

  #note(by: SeedActor, kind: string, days: number, minutes: number, details: EventDetails = {}) {
    const at = this.#clock.later(days, minutes)
    this.#steps.push({ at, by, kind, details, from: null, to: null })
    return at
  }

  reach(status: SeedStatus, turn: number) {
    const random = this.#random
    if (status === 'submitted') return
    if (status === 'supplementing') {
      this.#step('window', 'requestSupplement', random.int(0, 1), 20, {
        reason: random.pick(supplementReasons),
      })
      return
    }
    if (status === 'rejected') {
      this.#step('head', 'reject', random.int(0, 2), 40, { reason: random.pick(rejectReasons) })
      return
    }
    this.#step('window', 'accept', random.int(0, 1), random.int(5, 40))
    this.#acceptedOn = this.#clock.day
    if (status === 'accepted') return
    if (status === 'withdrawn' && random.chance(0.4)) {
      this.#withdraw()
      return
    }
    this.#step('head', 'assign', random.int(0, 1), random.int(10, 60), { mediatorName: nameMark })
    this.#isAssigned = true
    if (status === 'assigned') return
    this.#step('mediator', 'takeOn', random.int(0, 2), random.int(10, 60))
    if (status === 'mediating') this.#reachMediating(turn % 6)
    else this.#reachBeyond(status, turn)
  }

  #withdraw() {
    this.#step('window', 'withdraw', this.#random.int(1, 3), 30, {
      reason: this.#random.pick(withdrawReasons),
    })
  }

  #reachMediating(turn: number) {
    if (turn === 0) return
    if (turn === 1) {
      this.#session(undefined)
      return
    }
    this.#session(turn === 2 ? 'adjourned' : 'agreed')
    if (turn >= 3) this.#draft()
    if (turn >= 4) this.#submit()
    if (turn === 5) this.#sendBack()
  }

  #reachBeyond(status: SeedStatus, turn: number) {
    const random = this.#random
    if (status === 'suspended') {
      this.#session('adjourned')
      this.#step('mediator', 'suspend', random.int(0, 2), 30, {
        reason: random.pick(suspendReasons),
      })
    } else if (status === 'withdrawn') {
      this.#withdraw()
    } else if (status === 'transferred') {
      if (random.chance(0.6)) this.#session('notAgreed')
      this.#step('mediator', 'transfer', random.int(1, 4), 30, {
        target: random.pick(transferTargets),
      })
    } else if (status === 'failed') {
      this.#fail()
    } else {
      this.#agree(status, turn)
    }
  }

  #fail() {
    const random = this.#random
    this.#session('notAgreed')
    if (random.chance(0.3)) {
      this.#draft()
      const [version] = this.#versions
      if (version) version.status = 'void'
    }
    if (random.chance(0.5)) this.#session('notAgreed')
    this.#step('mediator', 'terminate', random.int(0, 2), 30, {
      terminationReason: random.pick(['gapTooWide', 'partyRefuses', 'unreachable']),
    })
  }

  #session(result: SeedSession['result']) {
    const random = this.#random
    const ordinal = this.#sessions.length + 1
    const place = random.pick(rooms)
    const startedAt = this.#note(
      'mediator',
      'sessionStarted',
      random.int(1, 5),
      random.int(0, 60),
      {
        ordinal,
        place,
      },
    )
    const toldAt = this.#note('mediator', 'rightsTold', 0, random.int(2, 6), { ordinal })
    const endedAt =
      result && this.#step('mediator', 'recordSession', 0, random.int(35, 120), { ordinal, result })
    this.#sessions.push({ ordinal, place, startedAt, toldAt, endedAt, result })
  }

  #draft() {
    const version = this.#versions.length + 1
    const draftedAt = this.#note('mediator', 'agreementDrafted', 0, this.#random.int(5, 30), {
      version,
    })
    this.#dues = this.#drawDues(this.#clock.day)
    this.#versions.push({
      version,
      status: 'draft',
      draftedAt,
      updatedAt: draftedAt,
      reviews: [],
      approvedAt: undefined,
      approvedOn: undefined,
      printedAt: undefined,
      signedOn: undefined,
      signedAt: undefined,
      isFullySigned: false,
    })
  }

  #drawDues(day: LocalDate): LocalDate[] {
    const random = this.#random
    const first = addDays(day, random.int(8, 16))
    const count = random.chance(0.45) ? 1 : random.int(2, 4)
    return Array.from({ length: count }, (_, index) => addMonths(first, index))
  }

  get #current(): SeedVersion {
    const version = this.#versions.at(-1)
    if (!version) throw new Error('nothing drafted yet')
    return version
  }

  #submit() {
    const current = this.#current
    const at = this.#note('mediator', 'agreementSubmitted', 0, this.#random.int(10, 50), {
      version: current.version,
    })
    current.status = 'submitted'
    current.updatedAt = at
    current.reviews.push({ at, by: 'mediator', decision: 'submitted', words: '' })
  }

  #sendBack() {
    const current = this.#current
    const words = this.#random.pick(returnWords)
    const at = this.#note('head', 'agreementReturned', this.#random.int(0, 1), 40, {
      version: current.version,
      words,
    })
    current.status = 'returned'
    current.updatedAt = at
    current.reviews.push({ at, by: 'head', decision: 'returned', words })
  }

  #approve() {
    const current = this.#current
    const details = { version: current.version, fileNumber: nameMark }
    const days = this.#random.int(0, 1)
    const at =
      this.#status === 'mediating'
        ? this.#step('head', 'reachAgreement', days, 50, details)
        : this.#note('head', 'agreementApproved', days, 50, details)
    const before = this.#versions.at(-2)
    if (before) {
      before.status = 'superseded'
      before.updatedAt = at
    }
    Object.assign(current, {
      status: 'approved',
      approvedAt: at,
      approvedOn: this.#clock.day,
      updatedAt: at,
    })
    current.reviews.push({ at, by: 'head', decision: 'approved', words: '' })
  }

  #agree(status: SeedStatus, turn: number) {
    const random = this.#random
    if (random.chance(0.3)) this.#session('adjourned')
    this.#session('agreed')
    this.#draft()
    this.#submit()
    if (random.chance(0.2)) {
      this.#sendBack()
      this.#submit()
    }
    this.#approve()
    if (status === 'agreed') {
      this.#reachSigning(turn % 3)
      return
    }
    if (random.chance(0.06)) {
      this.#draft()
      this.#submit()
      this.#approve()
    }
    this.#print()
    this.#sign()
    this.#afterSigning(status)
  }

  #reachSigning(turn: number) {
    if (turn >= 1) this.#print()
    if (turn < 2) return
    const at = this.#note('mediator', 'agreementSignatures', this.#random.int(0, 1), 30, {
      count: 1,
    })
    Object.assign(this.#current, { signedOn: this.#clock.day, signedAt: at })
  }

  #print() {
    this.#current.printedAt = this.#note('head', 'paperOutput', 0, this.#random.int(5, 20), {
      form: 'f10',
      channel: 'printer',
      copies: 3,
    })
  }

  #sign() {
    const current = this.#current
    const days = this.#random.int(0, 2)
    const at = this.#note('mediator', 'agreementSignatures', days, 20, { count: 4 })
    const effectiveOn = this.#clock.day
    this.#step('mediator', 'completeSigning', 0, 1, { effectiveOn, fileNumber: nameMark })
    Object.assign(current, {
      status: 'signed',
      signedOn: effectiveOn,
      signedAt: at,
      updatedAt: at,
      isFullySigned: true,
    })
  }

  #afterSigning(status: SeedStatus) {
    const random = this.#random
    if (status === 'overdue') {
      this.#clock.waitFor(this.#dues[0] ?? this.#clock.day)
      this.#step('mediator', 'fallOverdue', random.int(3, 8), 0)
    } else if (status === 'confirming' || status === 'confirmed') {
      this.#step('mediator', 'applyForConfirmation', random.int(3, 10), 0, { route: 'judicial' })
      if (status === 'confirmed') this.#step('mediator', 'confirm', random.int(7, 14), 0)
    } else if (status === 'performed') {
      this.#dues = this.#dues.slice(0, 2)
      this.#clock.waitFor(this.#dues.at(-1) ?? this.#clock.day)
      this.#step('mediator', 'performFully', random.int(1, 3), 0)
    }
  }

  close(status: SeedStatus) {
    const random = this.#random
    if (status !== 'followUp' && random.chance(0.15)) {
      this.#step('mediator', 'skipFollowUp', random.int(3, 10), 0, {
        reason: random.pick(skipReasons),
      })
    } else {
      this.#step('mediator', 'startFollowUp', random.int(7, 25), 0)
      if (status !== 'followUp') this.#step('mediator', 'completeFollowUp', random.int(3, 12), 0)
    }
    if (status === 'archived') this.#step('head', 'archive', random.int(3, 15), 0)
  }
}
