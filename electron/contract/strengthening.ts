import { z } from 'zod'
import { applicationStates, applicationSteps } from '#db/domain/strengthening/application.ts'
import { applicationRoutes } from '#db/domain/strengthening/further-routes.ts'
import { officeKinds } from '#db/domain/strengthening/offices.ts'
import type { RouteAnswers } from '#db/domain/strengthening/route-answers.ts'
import { debtKinds, subjects } from '#db/domain/strengthening/routes.ts'
import { paperKey } from './papers.ts'
import { caseWorkers, command, query } from './operation.ts'
import { deadline, fen, filledLine, id, instant, line, localDate, prose } from './values.ts'

const officeForm = z.strictObject({
  kind: z.enum(officeKinds),
  level: z.enum(['basic', 'intermediate']),
  name: filledLine(100),
  /** Words of the places it is in charge of, as they stand in addresses: 吴兴区, 织里镇. */
  areas: z.array(filledLine(30)).max(50),
  address: line(200),
  phone: line(50),
  note: prose(500),
  /** The court that invited this body to mediate. */
  invitesUs: z.boolean(),
})
const office = officeForm.extend({ id, revision: z.int() })
export type Office = z.infer<typeof office>

export const offices = {
  list: query({ allow: caseWorkers, input: z.strictObject({}), output: z.array(office) }),
  save: command({
    allow: ['head', 'mediator', 'receptionist'],
    touches: ['offices', 'strengthening'],
    input: z.strictObject({ id: id.optional(), revision: z.int().min(0), office: officeForm }),
    output: z.object({ id, revision: z.int() }),
  }),
  remove: command({
    allow: ['head'],
    touches: ['offices', 'strengthening'],
    input: z.strictObject({ id }),
    output: z.object({}),
  }),
}

/** What only people know and what decides which routes are open; absent: nobody has asked. */
const routeAnswers = z.strictObject({
  joint: z.boolean().optional(),
  deliverable: z.boolean().optional(),
  mutualDebts: z.boolean().optional(),
  /** What the agreement is about; by itself from its clauses. */
  subjects: z.array(z.enum(subjects)).max(8).optional(),
  /** What kind of money is owed (labour); by itself from the kind of dispute. */
  debtKinds: z.array(z.enum(debtKinds)).max(5).optional(),
})
null as unknown as z.infer<typeof routeAnswers> satisfies RouteAnswers

const reasonRow = z.object({ code: z.string(), ruleId: z.string(), words: z.string() })
/** An office that may be asked, and why it is competent; none matched: the basis with a blank to fill. */
const proposal = z.object({
  officeId: id.optional(),
  name: z.string(),
  basis: z.string(),
  ruleId: z.string(),
})
const packPaper = z.object({
  form: paperKey.form,
  objectId: id.optional(),
  title: z.string(),
  copies: z.int(),
  /** `made` prints; `toMake` is made by `preparePack`; `toBring` people bring along (identity, evidence). */
  state: z.enum(['made', 'toMake', 'toBring']),
})
const routeRow = z.object({
  route: z.enum(applicationRoutes),
  name: z.string(),
  open: z.boolean(),
  closed: z.array(reasonRow),
  missing: z.array(reasonRow),
  deadline: deadline.optional(),
  /** What this route gives and costs, in a sentence. */
  gives: z.string(),
  source: z.string(),
  proposals: z.array(proposal),
  pack: z.array(packPaper),
})
export type RouteRow = z.infer<typeof routeRow>

const application = z.object({
  id,
  route: z.enum(applicationRoutes),
  routeName: z.string(),
  officeName: z.string(),
  appliedAt: instant,
  amountFen: fen.optional(),
  state: z.enum(applicationStates),
  number: z.string(),
  acceptedOn: localDate.optional(),
  servedOn: localDate.optional(),
  decidedOn: localDate.optional(),
  reason: z.string(),
  words: z.string(),
  revision: z.int(),
  /** Clocks that run for it now: answer, decision, objection. */
  clocks: z.array(deadline.extend({ name: z.string() })),
})
export type Application = z.infer<typeof application>

const touches = [
  'strengthening',
  'cases',
  'clocks',
  'sheets',
  'dossiers',
  'obligations',
  'visits',
] as const

export const strengthening = {
  /** The routes side by side: open, closed and why, missing; and what was applied for. */
  get: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      caseId: id,
      answers: routeAnswers,
      /** What the record itself says for each of them. */
      known: routeAnswers,
      revision: z.int(),
      routes: z.array(routeRow),
      applications: z.array(application),
      mayEdit: z.boolean(),
    }),
  }),
  saveAnswers: command({
    allow: caseWorkers,
    touches: ['strengthening', 'clocks'],
    input: z.strictObject({ caseId: id, revision: z.int().min(0), answers: routeAnswers }),
    output: z.object({ revision: z.int() }),
  }),
  /** Makes every paper of the route's pack for this office; answers what is to be printed. */
  preparePack: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      route: z.enum(applicationRoutes),
      officeName: filledLine(100),
    }),
    output: z.object({ papers: z.array(packPaper) }),
  }),
  /** Applied for, to the minute; a closed route is refused with every reason. */
  apply: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      route: z.enum(applicationRoutes),
      officeId: id.optional(),
      officeName: filledLine(100),
      appliedAt: instant,
      amountFen: fen.optional(),
      words: prose(1000),
    }),
    output: z.object({ id }),
  }),
  /** What the office did with it. */
  progress: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      id,
      revision: z.int().min(1),
      step: z.enum(applicationSteps),
      on: localDate,
      number: line(60).optional(),
      reason: line(500).optional(),
    }),
    output: z.object({ revision: z.int() }),
  }),
  /** No agreement, or it was broken: the notice, the remedies and the papers to go on with. */
  remedies: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      /** Where to go, in the order of the law. */
      ways: z.array(
        z.object({
          kind: z.enum(officeKinds),
          words: z.string(),
          source: z.string(),
          proposals: z.array(proposal),
        }),
      ),
      limitations: z.array(
        z.object({
          matter: z.string(),
          date: localDate.optional(),
          source: z.string(),
          missing: z.string().optional(),
        }),
      ),
      pack: z.array(packPaper),
    }),
  }),
  /** Makes the papers of the hand-over: notice of termination, letter, prefilled application. */
  prepareHandOver: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      kind: z.enum(officeKinds),
      officeName: filledLine(100),
      reason: line(500),
    }),
    output: z.object({ papers: z.array(packPaper) }),
  }),
  /** The case goes to another office; open to every case that is not closed (C16). */
  handOver: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ caseId: id, officeName: filledLine(100), reason: filledLine(500) }),
    output: z.object({}),
  }),
}
