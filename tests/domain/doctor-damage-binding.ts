import {
  type Damage,
  amount,
  both,
  damage,
  inCounty,
  move,
  on,
  signedAs,
  unsigned,
} from './doctor-damage.ts'
import { adding, day, edit, paper, sealName, withCase, without } from './doctor-fixture.ts'

export const signingDamages: Damage[] = [
  damage(
    'a party has not signed the minutes',
    'performed',
    edit('f09', unsigned('party', 'p2')),
    'V3-signatures signatureMissing',
  ),
  damage(
    'a line without a signature',
    'performed',
    edit('f10', signedAs('mediator', { manner: [] })),
    'V3-signatures signatureMissing',
  ),
  damage(
    'no recorder',
    'performed',
    edit('f10', unsigned('recorder')),
    'V3-signatures signatureMissing',
  ),
  damage(
    'an invited helper has not signed',
    'performed',
    edit('f09', () => ({ helpers: ['郑为民'] })),
    'V3-signatures signatureMissing',
  ),
  damage(
    'an evidence sheet that nobody gave',
    'organisation',
    edit('f08-2', () => ({ signedBy: [] })),
    'V3-signatures signatureMissing',
  ),
  damage(
    'nobody checked the volume',
    'performed',
    edit('f16', unsigned('checker')),
    'V3-signatures signatureMissing',
  ),
  damage(
    'a firm without its seal',
    'labour',
    edit('f10', (one) => ({
      signedBy: one.signedBy.map((each) =>
        each.partyId === 'p3' ? { ...each, manner: ['hand'] } : each,
      ),
    })),
    'V3-organisation-seal organisationSealMissing',
  ),
  inCounty(
    'no fingerprint',
    'performed',
    edit('f10', signedAs('party', { manner: ['hand'] })),
    'V3-fingerprints fingerprintMissing',
  ),
  damage(
    'an agreement without the seal',
    'performed',
    edit('f10', unsigned('body')),
    'V3-seal sealMissing',
  ),
  damage(
    'a register without the seal',
    'performed',
    edit('f03', unsigned('body')),
    'V3-seal sealMissing',
  ),
  damage(
    'the seal of another body',
    'performed',
    edit('f10', signedAs('body', { name: `${sealName}调解室` })),
    'V3-seal sealDiffers',
  ),
  damage(
    'minutes not read back',
    'performed',
    edit('f09', () => ({ readBack: false })),
    'V3-read-back readBackMissing',
  ),
  damage(
    'a closed session that does not say so',
    'court',
    edit('f09', () => ({ notesClosed: false })),
    'V3-closed-session closedNotNoted',
  ),
]

export const substanceDamages: Damage[] = [
  damage(
    'a listed piece that is not there',
    'organisation',
    without('f08-2'),
    'V4-evidence-list evidenceSheetMissing',
  ),
  damage(
    'a piece that is not listed',
    'organisation',
    edit('f08', (one) => ({ listed: one.listed?.slice(0, 1) })),
    'V4-evidence-list evidenceNotListed',
  ),
  damage(
    'fewer sheets than listed',
    'organisation',
    edit('f08', (one) => ({
      listed: one.listed?.map((row, index) => (index === 0 ? { ...row, sheets: 3 } : row)),
    })),
    'V4-evidence-list evidenceCountDiffers',
  ),
  damage(
    'a receipt for a part',
    'performed',
    edit('f12', amount({ figures: '40,000', capitals: '肆万元整' })),
    'V4-receipts receiptsShort',
  ),
  damage(
    'the second instalment is not proved',
    'instalments',
    both(without('f12-2', 'f12-3'), withCase({ performance: 'open', closedOn: undefined })),
    'V4-receipts receiptsShort',
  ),
  damage(
    'an oral agreement about wages',
    'oral',
    withCase({ typeCode: '10.02' }),
    'V5-labour-written oralLabour',
  ),
  inCounty(
    'an oral agreement to be done later',
    'oral',
    both(
      withCase({ performance: 'open' }),
      edit('f11', amount({ dueOn: day('11-20') })),
      edit('f13', on('2026-10-01')),
    ),
    'V5-oral-at-once oralNotAtOnce',
  ),
  damage(
    'an agent with a general power only',
    'organisation',
    (dossier) => ({
      ...dossier,
      parties: dossier.parties.map((party) => ({
        ...party,
        representatives: party.representatives.map((one) => ({
          ...one,
          authority: 'general' as const,
        })),
      })),
    }),
    'V5-authority signerNotAuthorised',
  ),
  damage(
    'a stranger signs for the firm',
    'organisation',
    edit('f10', signedAs('representative', { name: '何晓东' })),
    'V5-authority signerNotAuthorised',
  ),
  damage(
    'the child signs, the father does not',
    'minor',
    edit('f10', signedAs('representative', { capacity: 'party', name: '张小禾' })),
    'V5-guardian guardianNotSigned',
  ),
  damage(
    'no word of the ways that stay open',
    'failed',
    edit('f18', () => ({ remediesTold: undefined })),
    'V5-remedies remediesNotTold',
  ),
  damage(
    'thirty-one days to the court',
    'court',
    withCase({ confirmation: { route: 'judicial', appliedOn: day('10-13') } }),
    'V5-confirmation-time confirmationLate',
  ),
  damage(
    'too late to the arbiters',
    'labour',
    withCase({ confirmation: { route: 'arbitral', appliedOn: day('09-30') } }),
    'V5-confirmation-time confirmationLate',
  ),
  damage('no visit', 'performed', without('f13'), 'V6-follow-up followUpMissing'),
  damage(
    'no visit, and a blank reason',
    'performed',
    both(without('f13'), withCase({ followUpSkipped: ' ' })),
    'V6-follow-up followUpMissing',
  ),
  damage(
    'a visit after a month and a half',
    'performed',
    both(
      edit('f13', on('2026-11-01')),
      withCase({ closedOn: day('11-05') }),
      edit('f17', () => ({ dates: [] })),
    ),
    'V6-follow-up followUpLate',
  ),
  inCounty(
    'a visit after three weeks, where the county wants fifteen days',
    'performed',
    edit('f13', on('2026-10-11')),
    'V6-follow-up followUpLate',
  ),
]

export const bindingDamages: Damage[] = [
  damage('the visit before the agreement', 'performed', move('f13', 8), 'V7-order orderWrong'),
  damage(
    'an evidence sheet at the end',
    'organisation',
    (dossier) => move('f08-1', dossier.papers.length - 1)(dossier),
    'V7-order orderWrong',
  ),
  damage(
    'the later minutes first',
    'remediated',
    (dossier) =>
      move(
        'f09-2',
        dossier.papers.findIndex(({ id }) => id === 'f09'),
      )(dossier),
    'V7-order orderWrong',
  ),
  damage(
    'a paper without page numbers',
    'performed',
    edit('f17', () => ({ pages: { count: 1 } })),
    'V7-pages pagesUnnumbered',
  ),
  damage(
    'a paper that was not printed',
    'performed',
    edit('f17', () => ({ pages: { count: 1 }, version: undefined, scans: [] })),
    'V7-pages notPrinted',
    'V7-scans scanMissing',
  ),
  damage(
    'a volume that was never printed',
    'performed',
    (dossier) => ({
      ...dossier,
      papers: dossier.papers.map((paper) => ({
        ...paper,
        pages: { count: paper.pages.count },
        version: undefined,
        scans: [],
      })),
    }),
    'V7-pages nothingPrinted',
    ...Array<Damage['finds'][number]>(12).fill('V7-scans scanMissing'),
  ),
  damage(
    'two sheets of the minutes are lost',
    'performed',
    both(edit('f09', (one) => ({ pages: { ...one.pages, count: 1 } }))),
    'V7-pages pageGap',
  ),
  damage(
    'a page number twice',
    'performed',
    edit('f09', (one) => ({ pages: { ...one.pages, count: 4 }, scans: [{ pages: 4 }] })),
    'V7-pages pageDouble',
  ),
  damage(
    'contents without the receipt',
    'performed',
    edit('f01', (one) => ({ listed: one.listed?.filter(({ title }) => title !== '履行凭证') })),
    'V7-contents contentsRowMissing',
  ),
  damage(
    'contents with a paper that is not there',
    'performed',
    edit('f01', (one) => ({ listed: [...(one.listed ?? []), { title: '授权委托书', from: 3 }] })),
    'V7-contents contentsRowTooMany',
  ),
  damage(
    'contents with a wrong page',
    'performed',
    edit('f01', (one) => ({
      listed: one.listed?.map((row, index) => (index === 3 ? { ...row, from: 99 } : row)),
    })),
    'V7-contents contentsPageDiffers',
  ),
  damage(
    'the first version left in the volume',
    'remediated',
    adding(paper('f10', { id: 'old', version: 1, superseded: true, date: day('09-05') })),
    'V7-superseded supersededInVolume',
  ),
  damage(
    'a draft',
    'performed',
    edit('f09', () => ({ isFinal: false })),
    'V7-drafts draftInVolume',
  ),
  damage(
    'two back covers',
    'performed',
    (dossier) => adding({ ...(dossier.papers.at(-1) ?? paper('f16')), id: 'second' })(dossier),
    'V7-duplicates paperDouble',
  ),
  damage(
    'no scan',
    'performed',
    edit('f10', () => ({ scans: [] })),
    'V7-scans scanMissing',
  ),
  damage(
    'a scan of one page out of two',
    'performed',
    edit('f10', () => ({ scans: [{ pages: 1, version: 1 }] })),
    'V7-scans scanPagesMissing',
  ),
  damage(
    'a scan of the first version',
    'remediated',
    edit('f10', () => ({ scans: [{ pages: 2, version: 1 }] })),
    'V7-scans scanOutdated',
  ),
  damage(
    'no retention class',
    'performed',
    withCase({ retention: undefined }),
    'V7-retention retentionMissing',
  ),
]
