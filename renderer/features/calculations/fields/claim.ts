import type { CalcForm } from './field.ts'

export const claimForms = {
  'claim-sheet': {
    matter: 'sum',
    use: '把几项加起来，算请求总额，并与约定金额比较',
    fields: [
      {
        kind: 'choice',
        path: 'claimant',
        label: '谁的请求',
        start: 'worker',
        needed: true,
        options: [
          { value: 'worker', label: '劳动者' },
          { value: 'employer', label: '用人单位' },
        ],
      },
      { kind: 'claims', path: 'items', label: '请求项目' },
      {
        kind: 'list',
        path: 'others',
        label: '其他请求',
        hint: '不用公式算的，如报销款、押金',
        rowName: '项其他请求',
        max: 100,
        item: [
          { kind: 'text', path: 'text', label: '是什么', maxLength: 100, needed: true },
          { kind: 'money', path: 'amountFen', label: '金额', needed: true },
        ],
      },
      {
        kind: 'money',
        path: 'agreedFen',
        label: '约定或拟约定的金额',
        hint: '填了就算出占法定标准的百分之几',
      },
      {
        kind: 'number',
        path: 'warnBelowPercent',
        label: '低于百分之几时提醒',
        hint: '不填按设置',
        unit: '%',
        min: 0,
        max: 100,
        group: 'standard',
      },
    ],
  },
} as const satisfies Record<string, CalcForm>
