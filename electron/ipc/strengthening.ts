import type { strengthening as contract } from '#contract/strengthening.ts'
import { mayMediate, mayReadContent } from '#db/domain/access/case-access.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'
import { isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { applicationClocks } from '#db/domain/strengthening/application.ts'
import {
  aboutRoute,
  applicationRouteWords,
  closedReasonWords,
  missingWords,
  type ApplicationRoute,
  type FurtherView,
} from '#db/domain/strengthening/further-routes.ts'
import { nearOffices, officesOfRoute, type OfficeKind } from '#db/domain/strengthening/offices.ts'
import { handOverPackOf, packOf } from '#db/domain/strengthening/pack.ts'
import { remediesOf } from '#db/domain/strengthening/remedies.ts'
import { findCaseRow } from '#db/queries/cases.ts'
import { clockSettings } from '#db/queries/clocks.ts'
import { listOffices, type OfficeRecord } from '#db/queries/offices.ts'
import { factsOf, type ApplicationRecord } from '#db/queries/strengthenings.ts'
import type { Reader } from '#db/schema.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import {
  competenceOf,
  readRoutes,
  viewRoutes,
  type CountedLaw,
  type RouteLaw,
  type RouteRecord,
} from '#db/services/route-facts.ts'
import { makeSheets, packFactsOf, packPapers } from '#db/services/route-papers.ts'
import {
  applyForRoute,
  handOverCase,
  mayHandOver,
  recordProgress,
  requireOpen,
  saveRouteAnswers,
} from '#db/services/strengthenings.ts'
import {
  endsOfCase,
  limitationsOfCase,
  listedClocksOfCase,
  type ListedClock,
  type LawTables,
} from './case-clocks.ts'
import type { CommandContext, Handlers, QueryContext } from './context.ts'

const lawOfRoutes = ({ calendar, deadlineRules }: LawTables): RouteLaw => ({
  calendar,
  rules: deadlineRules(),
})

const countedLaw = async (
  db: Reader,
  caseId: string,
  resources: LawTables,
  now: string,
): Promise<CountedLaw> => ({
  ...lawOfRoutes(resources),
  ends: await endsOfCase(db, caseId, resources, now),
})

async function recordOf(
  db: Reader,
  caseId: string,
  { now, resources }: Pick<QueryContext, 'now' | 'resources'>,
): Promise<RouteRecord> {
  const row = await findCaseRow(db, caseId)
  if (!row) throw new DomainError('cases.notFound')
  return readRoutes(db, row, localDateOf(now), resources.calendar)
}

const reasonsOf = <Code extends string>(
  reasons: readonly { code: Code; ruleId: string }[],
  words: (code: Code) => string,
) => reasons.map(({ code, ruleId }) => ({ code, ruleId, words: words(code) }))

type Competent = { of: Awaited<ReturnType<typeof competenceOf>>; offices: OfficeRecord[] }

async function competent(db: Reader, record: RouteRecord): Promise<Competent> {
  return { of: await competenceOf(db, record), offices: await listOffices(db) }
}

async function routeRow(
  db: Reader,
  record: RouteRecord,
  { route, open, closed, missing, deadline }: FurtherView,
  { of, offices }: Competent,
) {
  const pack = packOf(route, packFactsOf(record))
  return {
    route,
    name: applicationRouteWords[route],
    open,
    closed: reasonsOf(closed, closedReasonWords),
    missing: reasonsOf(missing, missingWords),
    ...(deadline ? { deadline } : {}),
    ...aboutRoute(route, isLabourDispute(record.row.type_code)),
    proposals: officesOfRoute(route, of, offices),
    pack: await packPapers(db, record, pack),
  }
}

const applicationOf = (
  application: ApplicationRecord,
  { rules, calendar }: RouteLaw,
  region: string,
  listed: readonly ListedClock[],
) => {
  const { caseId: _case, agreementId: _agreement, officeId: _office, ...told } = application
  return {
    ...told,
    routeName: applicationRouteWords[application.route],
    clocks: applicationClocks(factsOf(application), rules, calendar, region).map(
      ({ rule, ...clock }) => {
        // An older application has no clock of the case any more: the newest of a route counts.
        const own = listed.find((one) => one.rule === rule && one.day.base === clock.base)
        return own ? { ...own.day, name: own.name } : clock
      },
    ),
  }
}

async function get({ db, actor, now, resources }: QueryContext, { caseId }: { caseId: string }) {
  const row = await getCase(db, actor, caseId, mayReadContent)
  const record = await recordOf(db, caseId, { now, resources })
  const law = await countedLaw(db, caseId, resources, now)
  const { region } = await clockSettings(db)
  const listed = await listedClocksOfCase(db, caseId, resources, now)
  const where = await competent(db, record)
  const routes = []
  for (const view of viewRoutes(record, localDateOf(now), law))
    routes.push(await routeRow(db, record, view, where))
  return {
    caseId,
    answers: record.answers,
    known: record.known,
    revision: record.revision,
    routes,
    applications: record.applications.map((each) => applicationOf(each, law, region, listed)),
    mayEdit: row.status !== 'archived' && mayMediate(actor, accessOf(row)),
  }
}

type PackOrder = { caseId: string; route: ApplicationRoute; officeName: string }

async function preparePack(context: CommandContext, { caseId, route, officeName }: PackOrder) {
  const { tx, actor, now, resources } = context
  context.about('case', caseId)
  await getCase(tx, actor, caseId, mayMediate, 'cases.notYours')
  const record = await recordOf(tx, caseId, context)
  const law = await countedLaw(tx, caseId, resources, now)
  const view = viewRoutes(record, localDateOf(now), law).find((each) => each.route === route)
  // Papers of an application that was made may be made again; of any other closed way none are.
  if (view && !view.closed.some(({ code }) => code === 'pending')) requireOpen(view)
  const items = packOf(route, packFactsOf(record))
  await makeSheets(context, record, items, officeName.trim(), { may: mayMediate })
  return { papers: await packPapers(tx, record, items) }
}

const beforeTheEnd: readonly CaseStatus[] = ['effective', 'overdue', 'confirming', 'confirmed']

async function remedies(
  { db, actor, now, resources }: QueryContext,
  { caseId }: { caseId: string },
) {
  await getCase(db, actor, caseId, mayReadContent)
  const record = await recordOf(db, caseId, { now, resources })
  const { of, offices } = await competent(db, record)
  const ways = remediesOf(record.row.type_code).map((way) => ({
    ...way,
    proposals:
      way.kind === 'court'
        ? officesOfRoute('directSuit', of, offices)
        : nearOffices(way.kind, of, offices),
  }))
  const limitations = await limitationsOfCase(db, caseId, resources, now)
  const first = handOverItems(ways[0]?.kind ?? 'other', packFactsOf(record), record)
  return {
    ways,
    limitations: limitations.map(({ matter, date, source, missing }) => ({
      matter,
      source,
      ...(date ? { date } : {}),
      ...(missing === undefined ? {} : { missing }),
    })),
    pack: await packPapers(db, record, first),
  }
}

/** An agreement in force is not ended by going elsewhere: there is no notice of an end. */
const handOverItems = (
  kind: OfficeKind,
  facts: ReturnType<typeof packFactsOf>,
  { row }: RouteRecord,
) =>
  handOverPackOf(kind, facts).filter(
    ({ form }) => form !== 'f18' || !beforeTheEnd.includes(row.status),
  )

const usualReason = '经调解没有达成协议，当事人拟请你单位依法处理。'

async function prepareHandOver(
  context: CommandContext,
  order: { caseId: string; kind: OfficeKind; officeName: string; reason: string },
) {
  const { tx, actor } = context
  const { caseId, kind, officeName } = order
  context.about('case', caseId)
  await getCase(tx, actor, caseId, mayHandOver, 'cases.notYours')
  const record = await recordOf(tx, caseId, context)
  const items = handOverItems(kind, packFactsOf(record), record)
  const reason = order.reason.trim() === '' ? usualReason : order.reason.trim()
  await makeSheets(context, record, items, officeName.trim(), {
    may: mayHandOver,
    words: {
      'f20-transfer': {
        fields: { '函件.理由': reason },
        lists: {
          '函件.材料': items
            .filter(({ form }) => form !== 'f20-transfer')
            .map(({ title, copies }) => ({ '材料.名称': title, '材料.份数': String(copies) })),
        },
      },
    },
  })
  return { papers: await packPapers(tx, record, items) }
}

export const strengthening: Handlers<typeof contract> = {
  get,
  async saveAnswers(context, { caseId, revision, answers }) {
    context.about('case', caseId)
    return { revision: await saveRouteAnswers(context, caseId, revision, answers) }
  },
  preparePack,
  async apply(context, application) {
    const { tx, resources, now } = context
    const law = await countedLaw(tx, application.caseId, resources, now)
    const id = await applyForRoute(context, application, law)
    context.about('strengthening', id)
    return { id }
  },
  async progress(context, progress) {
    context.about('strengthening', progress.id)
    return { revision: await recordProgress(context, progress, lawOfRoutes(context.resources)) }
  },
  remedies,
  prepareHandOver,
  async handOver(context, { caseId, officeName, reason }) {
    context.about('case', caseId)
    await handOverCase(context, caseId, officeName, reason)
    return {}
  },
}
