import { creditCheckCharacter } from '../domain/credit-code.ts'
import { idCheckCharacter } from '../domain/id-number.ts'
import { ageOn, localDate, type LocalDate } from '../domain/local-date.ts'
import type { PartyRole } from '../domain/party.ts'
import type { PartyRecord } from '../queries/parties.ts'
import type { Random } from './seed-random.ts'

const surnames = [...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗']
const firstSyllables = [...'建国秀丽小志文春海玉永美晓德金桂红立新']
const lastSyllables = [...'平明芳英军华兰强民珍燕刚荣霞林勇生梅东']
const villages = [
  '新兴村',
  '河西村',
  '石桥村',
  '南塘村',
  '东升村',
  '前门社区',
  '湖滨社区',
  '大坝村',
]
const jobs = ['缝纫工', '裁剪工', '包装工', '印花工', '质检员', '送货员', '务农', '个体经营']
const firmNames = [
  '晨光',
  '宏达',
  '嘉禾',
  '新叶',
  '同心',
  '四季',
  '远航',
  '星河',
  '青禾',
  '百川',
  '三和',
  '锦绣',
]
const trades = ['童装', '服饰', '针织', '印花', '物流', '五金', '食品', '装饰', '电器', '纸箱']
const forms = ['有限公司', '厂', '商行', '经营部']

/** A town that is on no map. */
export const town = '云溪镇'

const digits = (random: Random, count: number) =>
  String(random.int(0, 10 ** count - 1)).padStart(count, '0')

/** Mobile numbers that begin with 154 have never been given out. */
const phone = (random: Random) => `154${digits(random, 4)}${digits(random, 4)}`

/** The check character is right; region 00 does not exist. */
function idNumber(random: Random, birthDate: string, sex: 'male' | 'female') {
  const order = random.int(0, 49) * 2 + (sex === 'male' ? 1 : 0)
  const first17 = `00${digits(random, 4)}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return `${first17}${idCheckCharacter(first17)}`
}

function creditCode(random: Random) {
  const first17 = `91000000${'MA'}${digits(random, 7)}`
  return `${first17}${creditCheckCharacter(first17)}`
}

export const personName = (random: Random) =>
  `${random.pick(surnames)}${random.pick(firstSyllables)}${random.chance(0.85) ? random.pick(lastSyllables) : ''}`

const address = (random: Random) =>
  `${town}${random.pick(villages)}${random.int(1, 12)}组${random.int(1, 88)}号`

/** @param year in which the case is; people are of age then. */
export function person(random: Random, id: string, role: PartyRole, year: number): PartyRecord {
  const sex = random.chance(0.5) ? 'male' : 'female'
  const born = year - random.int(20, 62)
  const month = String(random.int(1, 12)).padStart(2, '0')
  const birthDate = localDate(`${born}-${month}-${String(random.int(1, 28)).padStart(2, '0')}`)
  return {
    id,
    kind: 'person',
    role,
    name: personName(random),
    sex,
    ethnicity: '汉族',
    idNumber: idNumber(random, birthDate, sex),
    phone: phone(random),
    address: address(random),
    occupation: random.pick(jobs),
    birthDate,
    representatives: [],
  }
}

export function organisation(random: Random, id: string, role: PartyRole): PartyRecord {
  const agent = random.chance(0.25)
  return {
    id,
    kind: 'organisation',
    role,
    name: `${town}${random.pick(firmNames)}${random.pick(trades)}${random.pick(forms)}`,
    creditCode: creditCode(random),
    phone: phone(random),
    address: `${town}工业园区${random.int(1, 60)}号`,
    legalRepName: personName(random),
    legalRepTitle: random.pick(['经理', '厂长', '负责人']),
    representatives: agent
      ? [
          {
            kind: 'agent',
            name: personName(random),
            phone: phone(random),
            relation: '单位职员',
            authority: 'special',
          },
        ]
      : [],
  }
}

/** Parties as a paper freezes them: ages counted to that day. */
export const partiesOn = (parties: readonly PartyRecord[], day: LocalDate): PartyRecord[] =>
  parties.map((party) => (party.birthDate ? { ...party, age: ageOn(party.birthDate, day) } : party))
