import { ORPCError } from '@orpc/client'
import { idCheckCharacter } from '#db/domain/id-number.ts'
import { addDays, formatChineseDate, type LocalDate, localDateOf } from '#db/domain/local-date.ts'
import { commandLine, onLine } from '../../electron/cli/session.ts'
import { password } from './pages/front-page.ts'

export const head = '沈主任'
export const mediator = '吴美兰'
/** Whose ceiling got wet. */
export const applicant = '张建国'
/** Who lives above. */
export const respondent = '李秀英'

/** The check character is right, the region does not exist. */
const idNumber = (body: string): string => `${body}${idCheckCharacter(body)}`

const today: LocalDate = localDateOf(new Date().toISOString())
/** A day that is still to come whenever the test runs, as people and papers write it. */
export const dayIn = (days: number): string => formatChineseDate(addDays(today, days))

/** A centre and a neighbours' dispute that was given to its mediator, through the app's own router. */
export async function openCentreWithDispute(store: string): Promise<void> {
  await onLine(commandLine(store), async ({ client }) => {
    await client.store.create({
      body: {
        fullName: '云溪镇人民调解委员会',
        shortName: '云人调',
        sealName: '云溪镇人民调解委员会',
        address: '云溪镇新兴路1号',
        phone: '',
        region: '',
        letterhead: '',
        committeeKind: 'town',
      },
      userName: head,
      password,
      practice: false,
    })
    const { id: mediatorId } = await client.users.create({
      name: mediator,
      role: 'mediator',
      password,
    })
    const { caseId } = await client.intake.submit({
      form: {
        sourceCode: 'S10',
        typeCode: '02.03',
        parties: [
          {
            kind: 'person',
            role: 'applicant',
            name: applicant,
            idNumber: idNumber('00000019700101001'),
            phone: '15400000001',
            address: '云溪镇新兴村3幢201室',
            representatives: [],
          },
          {
            kind: 'person',
            role: 'respondent',
            name: respondent,
            idNumber: idNumber('00000019750101002'),
            phone: '15400000002',
            address: '云溪镇新兴村3幢301室',
            representatives: [],
          },
        ],
        place: '新兴村3幢',
        narrative: '李秀英家卫生间漏水，楼下张建国家客厅吊顶和墙面被水浸坏。',
        claim: '赔偿吊顶和墙面的修缮费，修好卫生间防水。',
        amountFen: 1_800_000,
        peopleCount: 1,
        otherBody: 'none',
        otherBodyName: '',
        otherBodyRefers: false,
        otherSide: 'willing',
        scopeDoubts: [],
      },
    })
    await client.cases.assign({ caseId, mediatorId })
  })
}

/** What the router answers to whoever tries to change the signed text. */
export async function refusalOfChange(store: string): Promise<string> {
  return onLine(commandLine(store), async ({ client }) => {
    const { people } = await client.store.state({})
    const userId = people.find(({ name }) => name === mediator)?.userId ?? ''
    await client.store.signIn({ userId, password })
    const { items } = await client.cases.list({ view: 'open', limit: 10 })
    const { agreements } = await client.cases.get({ id: items[0]?.id ?? '' })
    const { id, revision, content } = await client.agreements.get({ id: agreements[0]?.id ?? '' })
    try {
      await client.agreements.save({ id, revision, content: { ...content, copies: 9 } })
      return 'changed'
    } catch (error) {
      return error instanceof ORPCError
        ? String(Reflect.get(Object(error.data), 'code'))
        : String(error)
    }
  })
}
