import type {
  ConsultationCategory,
  ConsultationManner,
  ConsultationOutcome,
} from '../domain/consultation/register.ts'
import { localDateOf, type LocalDate, yearOf } from '../domain/local-date.ts'
import type { ConsultationContent } from '../queries/consultations.ts'
import type { Tx } from '../schema.ts'
import type { LawyersSeed } from './seed-lawyers.ts'
import { person } from './seed-people.ts'

export type ServedDuty = {
  dutyId: string
  lawyerId: string
  date: LocalDate
  signedInAt: string
}

type Told = {
  category: ConsultationCategory
  manner: ConsultationManner
  facts: string
  answer: string
  outcome?: ConsultationOutcome
}
const told: readonly Told[] = [
  {
    category: 'wages',
    manner: 'visit',
    facts: '在服装厂做工，三个月工资没有发，老板说等货款到了再给，没有写欠条。',
    answer:
      '可以先来本中心调解；调解不成的，向劳动人事争议仲裁委员会申请仲裁。请带好工资卡流水和考勤照片。',
    outcome: 'mediation',
  },
  {
    category: 'marriage',
    manner: 'visit',
    facts: '与丈夫分居一年多，想离婚，孩子六岁，问抚养权怎么定。',
    answer: '先说明协议离婚与诉讼离婚的办法，抚养权按最有利于未成年子女的原则定。',
    outcome: 'answered',
  },
  {
    category: 'neighbours',
    manner: 'phone',
    facts: '邻居在共用过道堆放杂物，多次说了不听。',
    answer: '建议先由村社区出面，双方愿意的可以到本中心调解。',
    outcome: 'mediation',
  },
  {
    category: 'loan',
    manner: 'online',
    facts: '借给同事两万元，只有微信聊天记录和转账记录，问能不能起诉。',
    answer: '转账记录和聊天记录都是证据，请保存原始载体；诉讼时效三年。',
    outcome: 'suit',
  },
  {
    category: 'injury',
    manner: 'visit',
    facts: '上班时手指被机器压伤，单位没有交工伤保险，不肯认工伤。',
    answer: '本人可以在一年内直接申请工伤认定，先把病历和同事证言留好。',
    outcome: 'legalAid',
  },
  {
    category: 'traffic',
    manner: 'visit',
    facts: '电动车与小汽车相撞，对方全责，医药费对方只垫付了一半。',
    answer: '',
  },
]

/** Counters for most duties, and a few full records of the register. */
export async function seedConsultations(tx: Tx, seed: LawyersSeed, duties: readonly ServedDuty[]) {
  const { random } = seed
  const written = new Set<string>()
  const numbers = await lastNumbers(tx)
  for (const [index, duty] of duties.entries()) {
    for (const { category } of told.slice(0, random.int(0, 3))) {
      const key = `${duty.lawyerId} ${duty.date} ${category}`
      if (written.has(key)) continue
      written.add(key)
      await tx
        .insertInto('consultation_counts')
        .values({
          lawyer_id: duty.lawyerId,
          date: duty.date,
          duty_id: duty.dutyId,
          category,
          count: random.int(1, 3),
          words: '',
          updated_by: seed.actor.id,
          updated_at: duty.signedInAt,
        })
        .execute()
    }
    const each = index % 4 === 0 ? told[(index / 4) % told.length] : undefined
    if (each) await putConsultation(tx, seed, duty, each, numbers)
  }
}

async function lastNumbers(tx: Tx): Promise<Map<number, number>> {
  const rows = await tx
    .selectFrom('consultations')
    .select(({ fn }) => ['year', fn.max('number').as('last')])
    .groupBy('year')
    .execute()
  return new Map(rows.map(({ year, last }) => [year, last]))
}

async function putConsultation(
  tx: Tx,
  { random, actor, now }: LawyersSeed,
  duty: ServedDuty,
  { category, manner, facts, answer, outcome }: Told,
  numbers: Map<number, number>,
) {
  const later = new Date(Date.parse(duty.signedInAt) + random.int(20, 100) * 60_000).toISOString()
  const at = later < now ? later : duty.signedInAt
  const year = yearOf(localDateOf(at))
  const number = (numbers.get(year) ?? 0) + 1
  numbers.set(year, number)
  const visitor = person(random, '', 'party', year)
  const content: ConsultationContent = {
    anonymous: false,
    sex: visitor.sex,
    age: visitor.birthDate === undefined ? undefined : year - yearOf(visitor.birthDate),
    phone: visitor.phone ?? '',
    address: visitor.address ?? '',
    workUnit: '',
    identities: category === 'wages' || category === 'injury' ? ['migrantWorker'] : [],
    otherSide: '',
    facts,
    materials: '',
    answer,
    basis: '',
    outcomeWords: '',
    legalAidHintShown: category === 'wages' || category === 'injury',
    signed: manner === 'visit' ? 'signed' : 'notAsked',
    satisfaction: outcome === undefined ? 'notSaid' : 'satisfied',
  }
  await tx
    .insertInto('consultations')
    .values({
      id: random.uuid(at),
      year,
      number,
      at,
      manner,
      lawyer_id: duty.lawyerId,
      duty_id: duty.dutyId,
      category,
      name: visitor.name,
      content: JSON.stringify(content),
      outcome: outcome ?? null,
      case_id: null,
      draft_id: null,
      removed_at: null,
      removed_words: '',
      revision: 1,
      created_by: actor.id,
      created_at: at,
      updated_at: at,
    })
    .execute()
}
