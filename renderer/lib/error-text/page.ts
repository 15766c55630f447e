import { textIn, type FailureWords } from './words.ts'

/** Failures that the page itself finds out. */
export const pageTexts = {
  'page.defect': (details) => {
    const ref = textIn(details, 'ref')
    return `软件出了一个没有料到的问题，这一步没有做成。已经存下的内容不受影响。请再试一次；还不行，把编号${ref ? ` ${ref} ` : ''}告诉管理员。`
  },
  'page.connectionLost': '数据服务中断了，正在恢复。已经输入的内容都存好了，恢复后请重做这一步。',
  'page.microphoneRefused':
    '没有开始录音：这台电脑不让软件用麦克风。请在系统设置里允许“谈心”使用麦克风，再按“录音”。',
  'page.noMicrophone':
    '没有开始录音：没有找到能用的麦克风。请插好麦克风再按“录音”；笔录照常记，不受影响。',
  'page.fieldsWrong': '有几项内容不合要求，没有提交。请按提示改正后再试。',
} satisfies Record<string, FailureWords>
