/**
 * How a session ended, as the minutes say it and as it is read to the parties.
 * @law 《人民调解法》第二十六条 for the remedies that are told when there is no agreement (C11)
 */
export const sessionResultWords = {
  agreed: '经调解，当事人自愿达成调解协议。',
  notAgreed:
    '经调解，当事人未能达成调解协议；已告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。',
  adjourned: '本次调解未形成结果，另定时间继续调解。',
} as const
