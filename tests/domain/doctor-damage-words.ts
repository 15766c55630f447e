import { localDate } from '#db/domain/local-date.ts'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { type Damage, type Finding, amount, damage, on, signedAs, text } from './doctor-damage.ts'
import { day, edit, factory, li, totalOf } from './doctor-fixture.ts'

export const daysDamages: Damage[] = [
  damage(
    'minutes written after the agreement',
    'performed',
    edit('f09', on('2026-09-11')),
    'V3-record-first recordAfterAgreement',
  ),
  damage(
    'signed before it was agreed',
    'performed',
    edit('f10', signedAs('party', { signedOn: day('09-09') })),
    'V3-date-order outOfDateOrder',
  ),
  damage(
    'paid before it was signed',
    'performed',
    edit('f12', on('2026-09-08')),
    'V3-date-order outOfDateOrder',
  ),
  damage(
    'visited before it was paid',
    'performed',
    edit('f13', on('2026-09-15')),
    'V3-date-order outOfDateOrder',
  ),
  damage(
    'closed before the visit',
    'performed',
    edit('f13', on('2026-10-13')),
    'V3-date-order outOfDateOrder',
  ),
  damage(
    'told of rights before acceptance',
    'performed',
    edit('f04', on('2026-08-31')),
    'V3-date-order outOfDateOrder',
  ),
  damage(
    'a cover of tomorrow',
    'performed',
    edit('f00', on('2026-11-23')),
    'V3-future-date dateInFuture',
  ),
  damage(
    'minutes without a date',
    'performed',
    edit('f09', () => ({ date: undefined })),
    'V3-dated paperUndated',
  ),
  damage(
    'another day of the agreement in the visit',
    'performed',
    edit('f13', () => ({ dates: [{ what: 'agreed', date: day('09-12') }] })),
    'V3-dates-agree dateDiffers',
  ),
  damage(
    'another birthday on the card',
    'performed',
    edit('f05-p1', () => ({
      dates: [{ what: 'born', date: localDate('1980-03-14'), partyId: 'p1' }],
    })),
    'V3-dates-agree dateDiffers',
  ),
]

export const namesDamages: Damage[] = [
  damage(
    '张建囯 for 张建国',
    'performed',
    edit(
      'f09',
      text('names', 0, () => '张建囯'),
    ),
    'V3-names nameNearMiss',
  ),
  damage(
    '张国建 for 张建国',
    'performed',
    edit(
      'f02',
      text('names', 0, () => '张国建'),
    ),
    'V3-names nameNearMiss',
  ),
  damage(
    '张健国 signs',
    'performed',
    edit('f10', signedAs('party', { name: '张健国' })),
    'V3-names nameNearMiss',
  ),
  damage(
    'a look-alike of the mediator on the cover',
    'performed',
    edit('f00', () => ({ names: [{ text: '周正苹' }, { text: '周正午' }] })),
    'V3-names nameNearMiss',
    'V3-unknown-names nameUnknown',
  ),
  damage(
    'another name',
    'court',
    edit(
      'f14',
      text('names', 1, () => '王春花'),
    ),
    'V3-names nameDiffers',
  ),
  damage(
    'the names of both sides changed over',
    'performed',
    edit(
      'f10',
      text('names', 0, () => '李秋芳'),
    ),
    'V3-names nameOfOther',
  ),
  damage(
    'a stranger on the cover',
    'performed',
    edit('f00', () => ({ names: [{ text: '诸葛明月' }] })),
    'V3-unknown-names nameUnknown',
  ),
  damage(
    'one digit of an ID number',
    'performed',
    edit(
      'f10',
      text('idNumbers', 0, (id) => `${id.slice(0, 13)}9${id.slice(14)}`),
    ),
    'V3-id-numbers idNumberNearMiss',
  ),
  damage(
    'a digit left out',
    'performed',
    edit(
      'f03',
      text('idNumbers', 1, (id) => id.slice(0, 9) + id.slice(10)),
    ),
    'V3-id-numbers idNumberNearMiss',
  ),
  damage(
    'another ID number',
    'performed',
    edit(
      'f10',
      text('idNumbers', 0, () => '110101196001010011'),
    ),
    'V3-id-numbers idNumberDiffers',
  ),
  damage(
    'the ID number of the other side',
    'performed',
    edit(
      'f10',
      text('idNumbers', 0, () => li.idNumber ?? ''),
    ),
    'V3-id-numbers idNumberOfOther',
  ),
  damage(
    'two signs of a credit code',
    'labour',
    edit(
      'f10',
      text('creditCodes', 0, (code) => code.replace('2B', 'B2')),
    ),
    'V3-credit-codes creditCodeNearMiss',
  ),
  damage(
    'another credit code',
    'labour',
    edit(
      'f23',
      text('creditCodes', 0, () => '91330502MA2C999999'),
    ),
    'V3-credit-codes creditCodeDiffers',
  ),
  damage(
    'the credit code of the other firm',
    'labour',
    (dossier) => ({
      ...edit(
        'f10',
        text('creditCodes', 0, () => '91330500MA1A11111K'),
      )(dossier),
      parties: [
        ...dossier.parties,
        {
          ...factory,
          id: 'p4',
          name: '湖州某某布行',
          creditCode: '91330500MA1A11111K',
          role: 'thirdParty',
        },
      ],
    }),
    'V3-credit-codes creditCodeOfOther',
    'V2-identity paperMissingForParty',
    ...Array.from({ length: 5 }, (): Finding => 'V3-signatures signatureMissing'),
  ),
  damage(
    'another house number',
    'performed',
    edit(
      'f10',
      text('addresses', 0, () => '湖州市吴兴区云溪镇东街21号'),
    ),
    'V3-addresses addressDiffers',
  ),
]

export const sumsDamages: Damage[] = [
  damage(
    'no number on the agreement',
    'performed',
    edit('f10', () => ({ number: undefined })),
    'V3-file-number numberMissing',
  ),
  damage(
    'another number in the visit',
    'performed',
    edit('f13', () => ({ number: '（2026）云人调字第21号' })),
    'V3-file-number numberDiffers',
  ),
  damage(
    'another number on the cover',
    'performed',
    edit('f00', () => ({ number: '（2025）云人调字第12号' })),
    'V3-file-number numberDiffers',
  ),
  damage(
    'another sum in the minutes',
    'performed',
    edit('f09', () => ({ amounts: [totalOf(4_800_000)] })),
    'V3-amounts-agree amountDiffers',
  ),
  damage(
    'another sum before the court',
    'court',
    edit('f14', amount({ figures: '40,008.00' })),
    'V3-amounts-agree amountDiffers',
  ),
  damage(
    'more received than agreed',
    'performed',
    edit('f12', amount({ figures: '¥48,000.00', capitals: undefined })),
    'V3-amounts-agree receiptsExceed',
  ),
  damage(
    'capitals of another sum',
    'performed',
    edit('f10', amount({ capitals: '肆万捌仟元整' })),
    'V3-capitals figuresCapitals',
  ),
  damage(
    'no capitals in the agreement',
    'performed',
    edit('f10', amount({ capitals: undefined })),
    'V3-capitals capitalsMissing',
  ),
  damage(
    'capitals that say nothing',
    'performed',
    edit('f10', amount({ capitals: '肆万捌佰万元整' })),
    'V3-capitals capitalsUnreadable',
  ),
  damage(
    'figures that say nothing',
    'performed',
    edit('f09', amount({ figures: '4O,800.00' })),
    'V3-capitals figuresUnreadable',
  ),
  damage(
    'instalments that do not add up',
    'instalments',
    edit('f10', (one) => ({
      amounts: one.amounts.map((each, index) =>
        index === 2
          ? { ...each, figures: formatYuan(1_380_000), capitals: capitalAmount(1_380_000) }
          : each,
      ),
    })),
    'V3-instalments instalmentsSum',
  ),
]
