export type DisputeType = {
  /** Level 1 '10', level 2 '10.02'; never reused, a retired code stays in the list as inactive. */
  code: string
  label: string
  parent: string | undefined
  sort: number
  /** The 18 types of the justice statistics: not editable. */
  statutory: boolean
}

type Branch = readonly [code: string, label: string, children: readonly string[]]

/** The children's codes are their place in the list: append only. */
const branches: readonly Branch[] = [
  [
    '01',
    '婚姻家庭纠纷',
    ['离婚', '彩礼返还', '抚养费', '赡养', '扶养', '继承分家析产', '家暴', '同居析产'],
  ],
  ['02', '邻里纠纷', ['相邻通行', '采光通风', '排水漏水', '噪声油烟', '停车', '宠物', '口角斗殴']],
  ['03', '房屋宅基地纠纷', ['宅基地使用', '建房占界', '房屋买卖', '农房出租']],
  [
    '04',
    '合同纠纷',
    [
      '民间借贷',
      '买卖货款',
      '承揽加工',
      '房屋租赁',
      '厂房、店铺租赁转让',
      '运输',
      '居间中介',
      '劳务',
    ],
  ],
  ['05', '生产经营纠纷', ['合伙', '股东', '版型、图样抄袭', '商铺摊位', '农业生产资料', '水电气']],
  ['06', '损害赔偿纠纷', ['人身损害', '财产损害', '提供劳务受害', '动物致害', '校园伤害', '名誉']],
  ['07', '山林土地纠纷', ['承包经营权流转', '界址', '征用补偿分配', '水利']],
  ['08', '征地拆迁纠纷', ['补偿款', '安置', '过渡费']],
  ['09', '环境污染（保护）纠纷', ['废水', '废气', '粉尘噪声']],
  [
    '10',
    '拖欠农民工工资纠纷',
    ['建设工程欠薪', '制造业欠薪', '服务业欠薪', '逃匿欠薪', '包工头、层层分包'],
  ],
  [
    '11',
    '其他劳动争议纠纷',
    [
      '确认劳动关系',
      '劳动报酬',
      '加班费',
      '未签合同二倍工资',
      '解除、终止（经济补偿）',
      '违法解除（赔偿金）',
      '辞职离职手续',
      '工伤待遇',
      '职业病',
      '社会保险',
      '年休假、休假',
      '女职工三期',
      '试用期',
      '调岗降薪',
      '竞业限制、保密',
      '培训服务期违约金',
      '劳务派遣、外包',
      '集体合同、工资协商',
      '新就业形态',
      '超龄用工',
      '计件工价',
      '押金、扣证',
    ],
  ],
  ['12', '旅游纠纷', ['退费', '人身伤害', '强制消费']],
  ['13', '电子商务纠纷', ['网购质量', '直播带货', '平台服务']],
  ['14', '其他消费纠纷', ['预付卡', '食品', '教培退费', '美容']],
  ['15', '医疗纠纷', ['诊疗损害', '收费', '病历']],
  ['16', '道路交通事故纠纷', ['人伤赔偿', '车损', '外卖、快递']],
  ['17', '物业纠纷', ['物业费', '维修', '停车位', '业委会']],
  ['18', '其他纠纷', ['村务', '教育', '宗教宗族', '涉网']],
]

const otherSuffix = '99'

const expand = ([code, label, children]: Branch, index: number): DisputeType[] => [
  { code, label, parent: undefined, sort: (index + 1) * 100, statutory: true },
  ...[...children, '其他'].map((child, place): DisputeType => {
    const isOther = place === children.length
    return {
      code: `${code}.${isOther ? otherSuffix : String(place + 1).padStart(2, '0')}`,
      label: child,
      parent: code,
      sort: (index + 1) * 100 + place + 1,
      statutory: false,
    }
  }),
]

/**
 * Level 1: the 18 types of the Ministry of Justice's statistics; level 2 may be extended by the centre.
 * @policy taxonomy.md §1; labour codes 11.xx follow 《劳动争议调解仲裁法》第二条
 */
export const disputeTypes: readonly DisputeType[] = branches.flatMap(expand)

const byCode = new Map(disputeTypes.map((type) => [type.code, type]))

/** @policy Only the built-in types; those that a centre adds live in its store. */
export const findDisputeType = (code: string): DisputeType | undefined => byCode.get(code)

/** @policy The level-1 code of a code of either level, also of those that a centre has added. */
export const levelOneOf = (code: string): string => code.slice(0, 2)

/**
 * Statutory types 10 and 11: written agreement, 15 days, arbitral review.
 * @law 《劳动争议调解仲裁法》第二条 (C3, D6, F1)
 */
export const isLabourDispute = (code: string): boolean => ['10', '11'].includes(levelOneOf(code))

/**
 * Wages of migrant workers: money only, to the worker.
 * @law 《保障农民工工资支付条例》第十一条 (D13)
 */
export const isMigrantWage = (code: string): boolean => levelOneOf(code) === '10'

/** Columns 12–19 of the statistics table (forms.md §7). */
export const statisticBuckets = [
  { code: 'ownMotion', label: '主动调解' },
  { code: 'onApplication', label: '依申请调解' },
  { code: 'court', label: '接受委托移送—法院' },
  { code: 'procuratorate', label: '接受委托移送—检察院' },
  { code: 'police', label: '接受委托移送—公安机关' },
  { code: 'petition', label: '接受委托移送—信访部门' },
  { code: 'otherBody', label: '接受委托移送—其他部门' },
] as const satisfies readonly { code: string; label: string }[]

export type StatisticBucket = (typeof statisticBuckets)[number]['code']

export type CaseSource = { code: string; label: string; bucket: StatisticBucket }

/** @policy taxonomy.md §2; the buckets are those of the justice statistics. */
export const caseSources: readonly CaseSource[] = [
  { code: 'S10', label: '当事人申请（窗口）', bucket: 'onApplication' },
  { code: 'S11', label: '当事人申请（网上、扫码）', bucket: 'onApplication' },
  { code: 'S12', label: '电话申请', bucket: 'onApplication' },
  { code: 'S20', label: '调委会主动介入', bucket: 'ownMotion' },
  { code: 'S21', label: '工会网格员上报', bucket: 'ownMotion' },
  { code: 'S22', label: '全科网格员上报', bucket: 'ownMotion' },
  { code: 'S23', label: '直报点上报', bucket: 'ownMotion' },
  { code: 'S24', label: '路段工会、工会小组上报', bucket: 'ownMotion' },
  { code: 'S25', label: '排查发现', bucket: 'ownMotion' },
  { code: 'S26', label: '车间广播、意见箱线索', bucket: 'ownMotion' },
  { code: 'S30', label: '法院委派（诉前）', bucket: 'court' },
  { code: 'S31', label: '法院委托（诉中）', bucket: 'court' },
  { code: 'S32', label: '检察院移送', bucket: 'procuratorate' },
  { code: 'S40', label: '公安、派出所移送', bucket: 'police' },
  { code: 'S50', label: '信访移送', bucket: 'petition' },
  { code: 'S60', label: '劳动仲裁委移送', bucket: 'otherBody' },
  { code: 'S61', label: '人社、劳动监察移送', bucket: 'otherBody' },
  { code: 'S62', label: '12345', bucket: 'otherBody' },
  { code: 'S63', label: '12351（工会维权）', bucket: 'otherBody' },
  { code: 'S64', label: '12348（公共法律服务）', bucket: 'otherBody' },
  { code: 'S65', label: '12333（人社）', bucket: 'otherBody' },
  { code: 'S66', label: '妇联12338', bucket: 'otherBody' },
  { code: 'S67', label: '领导交办', bucket: 'otherBody' },
  { code: 'S68', label: '上级中心交办', bucket: 'otherBody' },
  { code: 'S69', label: '下级中心上报', bucket: 'otherBody' },
  { code: 'S70', label: '志愿平台', bucket: 'otherBody' },
  { code: 'S99', label: '其他部门', bucket: 'otherBody' },
]

/** @policy taxonomy.md §2 */
export const findCaseSource = (code: string): CaseSource | undefined =>
  caseSources.find((source) => source.code === code)

/** @policy A case that another body has sent (S30 and later): that body's acceptance is no bar (A2). */
export const isReferral = (sourceCode: string): boolean => {
  const bucket = findCaseSource(sourceCode)?.bucket
  return bucket !== undefined && bucket !== 'ownMotion' && bucket !== 'onApplication'
}
