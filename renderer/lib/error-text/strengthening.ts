import type { StepFault } from '#db/domain/strengthening/application.ts'
import { stepFaultWords } from '../labels/strengthening.ts'
import { textIn, type WordsOf } from './words.ts'

export const strengtheningTexts = {
  'strengthening.routeClosed': '这条路现在走不通，原因见下。',
  'strengthening.notFound': '没有找到这次申请。',
  'strengthening.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
  'strengthening.stepNotAllowed': (details) => {
    const fault = textIn(details, 'fault')
    return fault !== undefined && Object.hasOwn(stepFaultWords, fault)
      ? stepFaultWords[fault as StepFault]
      : '现在不能记这一步。请看申请目前的进展。'
  },
  'strengthening.notYet': '日期不能晚于现在。',
  'strengthening.noAgreement': '还没有生效的协议。',
  'strengthening.alreadyApplied': '这条路已经申请过，还没有结果。',
} satisfies WordsOf<'strengthening'>

export const officeTexts = {
  'offices.notFound': '没有找到这个机构。',
  'offices.changedElsewhere': '别处刚刚改过，请看过最新内容再改。',
} satisfies WordsOf<'offices'>
