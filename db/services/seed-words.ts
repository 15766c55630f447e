/** Who sits on the two sides of a made-up dispute. */
export type Sides = 'workersAndFirm' | 'people' | 'personAndFirm' | 'firms'

/**
 * One made-up dispute. In its words {a} and {b} stand for the two sides, {amount} for the sum in yuan, {day} for a
 * day before the application.
 */
export type Scenario = {
  typeCode: string
  weight: number
  sides: Sides
  place: string
  /** Whole tens of yuan; absent where no money is asked for. */
  yuan?: readonly [from: number, to: number]
  narrative: string
  claim: string
  issues: string
  responsibilities: string
  /** Said by a, b or the mediator (m); a star marks a key point. */
  talk: readonly `${'a' | 'b' | 'm'}${'*' | ''}:${string}`[]
  clauses: readonly { kind: 'act' | 'apology' | 'confirm' | 'other'; text: string }[]
}

export const scenarios: readonly Scenario[] = [
  {
    typeCode: '10.02',
    weight: 16,
    sides: 'workersAndFirm',
    place: '童装园区三号楼',
    yuan: [3000, 48_000],
    narrative:
      '{a}在{b}从事缝纫工作，双方约定按月结算工资。自{day}起{b}未再发放工资，{a}离职后多次催要，{b}以货款没有收回为由拖延，尚欠工资{amount}元。',
    claim: '要求{b}支付拖欠的工资{amount}元。',
    issues: '欠付工资的数额和支付时间。',
    responsibilities: '{b}未按月足额支付工资，应当承担支付拖欠工资的责任。',
    talk: [
      'm:今天把双方请来，把工资的账对清楚，有话慢慢说。',
      'a*:我们做到上个月底才走，工资条上写的数目一共是{amount}元。',
      'b:今年订单少，客户的货款还没有收回来，不是不给。',
      'a:家里等着用钱，拖了几个月了，每次去问都说下个星期。',
      'm:工资是劳动者的辛苦钱，货款收没收回来不能作为不发工资的理由。',
      'b*:数目我们认，是{amount}元，一次拿出来有困难，希望分几期。',
      'a:分期可以，但是每一期的日子要写清楚，要转到我的卡上。',
      'm*:那就按约定的日期转账支付，一期不付，其余的一次付清。',
    ],
    clauses: [
      { kind: 'other', text: '{b}任何一期逾期未付的，{a}有权就全部未付款项要求{b}一次性支付。' },
      { kind: 'confirm', text: '上述款项付清后，双方就本案工资再无其他争议。' },
    ],
  },
  {
    typeCode: '11.05',
    weight: 9,
    sides: 'workersAndFirm',
    place: '某车间办公室',
    yuan: [8000, 90_000],
    narrative:
      '{a}在{b}工作多年，{day}被口头通知不用再来上班，双方没有办理离职手续，也没有谈妥经济补偿。{a}认为应当补偿{amount}元。',
    claim: '要求{b}支付经济补偿{amount}元并出具离职证明。',
    issues: '劳动关系解除的原因和经济补偿的数额。',
    responsibilities: '{b}提出解除劳动关系，应当依法支付经济补偿并办理离职手续。',
    talk: [
      'm:先请申请人把被通知离开的经过说一下。',
      'a*:{day}组长在车间里说不用来了，没有书面通知，我做了好几年了。',
      'b:那段时间订单停了，是让大家先休息，不是辞退。',
      'a:休息也没有说哪天回来，后来门禁卡也停了。',
      'm:单位有没有发过书面通知，或者让他回来上班的短信？',
      'b*:没有书面的。既然他不愿意再来，补偿的事可以谈。',
      'm*:双方同意劳动关系已经解除，现在谈补偿的数目和付款的日子。',
      'a:按{amount}元给我，证明开给我，我就不再追究。',
    ],
    clauses: [
      { kind: 'confirm', text: '双方确认劳动关系已经解除。' },
      { kind: 'act', text: '{b}自本协议生效之日起五日内为{a}出具离职证明。' },
    ],
  },
  {
    typeCode: '11.08',
    weight: 6,
    sides: 'workersAndFirm',
    place: '裁剪车间',
    yuan: [6000, 120_000],
    narrative:
      '{day}{a}在{b}的裁剪车间操作机器时手指受伤，{b}垫付了住院的费用，后续待遇双方没有谈妥，{a}要求再支付{amount}元。',
    claim: '要求{b}支付工伤待遇{amount}元。',
    issues: '受伤后各项待遇的项目和数额。',
    responsibilities: '{a}在工作时间和工作场所受伤，{b}应当承担相应的待遇。',
    talk: [
      'm:先说说受伤的经过和现在的恢复情况。',
      'a*:{day}下午裁布的时候夹了手，住了十来天院，现在还不能用力。',
      'b:医院的钱是我们垫的，营养费也给过一次。',
      'a:后面还要换药和休养，这几个月都没有工资。',
      'm:我把法律规定的项目一项一项念给双方听，再看数目。',
      'b*:项目我们没有意见，希望把总数定下来，分两次付。',
      'a*:总数{amount}元，付清以后我不再提别的要求。',
    ],
    clauses: [{ kind: 'confirm', text: '{b}此前垫付的医疗费用由{b}自行承担，不再向{a}追索。' }],
  },
  {
    typeCode: '04.01',
    weight: 12,
    sides: 'people',
    place: '湖滨社区',
    yuan: [2000, 60_000],
    narrative:
      '{day}{b}因资金周转向{a}借款，约定三个月内归还，写有借条一张。到期后{b}只还了一部分，尚欠{amount}元，{a}多次催要未果。',
    claim: '要求{b}归还借款{amount}元。',
    issues: '尚欠借款的数额和归还的时间。',
    responsibilities: '{b}借款到期未全部归还，应当承担继续归还的责任。',
    talk: [
      'm:借条带来了吗？双方先把数目对一对。',
      'a*:借条在这里，已经还过一部分，还差{amount}元。',
      'b*:数目没有错，是我没有按时还，最近手头确实紧。',
      'a:都是熟人，我也不要利息，就是要一个准日子。',
      'm:能不能从下个月开始，每个月固定还一部分？',
      'b:可以，我发工资以后就转给他。',
    ],
    clauses: [{ kind: 'other', text: '{b}按期还清后，{a}将借条原件交还{b}。' }],
  },
  {
    typeCode: '04.02',
    weight: 10,
    sides: 'firms',
    place: '面料市场二区',
    yuan: [5000, 180_000],
    narrative:
      '{a}向{b}供应面料，双方{day}对账确认尚欠货款{amount}元。{b}以部分面料有色差为由没有付款，双方协商不成。',
    claim: '要求{b}支付货款{amount}元。',
    issues: '面料是否有色差以及货款的数额。',
    responsibilities: '{b}收货后没有在约定期限内提出异议，应当支付货款；{a}对个别批次予以让步。',
    talk: [
      'm:对账单双方都盖过章，先看看对账单。',
      'a*:对账单上是{amount}元，{day}盖的章。',
      'b:有一批布颜色对不上，客户退了货，我们也有损失。',
      'a:那一批当时没有说，过了两个月才讲。',
      'm*:双方都是长期往来，建议按对账单的数目，分期付清。',
      'b:可以，希望以后供货的时候先留样。',
      'a*:同意留样，货款按期付就行。',
    ],
    clauses: [{ kind: 'other', text: '双方以后往来的面料由双方共同留样封存。' }],
  },
  {
    typeCode: '04.03',
    weight: 8,
    sides: 'firms',
    place: '工业园区',
    yuan: [4000, 70_000],
    narrative:
      '{b}委托{a}加工成衣一批，{day}交货后双方就返工的责任和加工款发生争议，{a}主张加工款{amount}元。',
    claim: '要求{b}支付加工款{amount}元。',
    issues: '返工的责任和加工款的数额。',
    responsibilities: '{a}已经交付成果，{b}应当支付加工款；返工部分的损失由双方分担。',
    talk: [
      'm:请双方把交货单和返工的记录拿出来。',
      'a*:交货单在这里，返工的我们已经重做了，加工款{amount}元没有给。',
      'b:返工耽误了交期，我们被扣了钱。',
      'm:返工的数量双方有没有异议？',
      'b*:数量没有异议，加工款愿意付，希望分两次。',
      'a:可以，日子写清楚。',
    ],
    clauses: [{ kind: 'confirm', text: '返工造成的损失由双方各自承担。' }],
  },
  {
    typeCode: '04.05',
    weight: 6,
    sides: 'personAndFirm',
    place: '童装园区一号楼',
    yuan: [3000, 45_000],
    narrative:
      '{a}承租{b}的厂房，{day}合同到期后退租，双方就押金的退还和水电费的结算没有谈妥，{a}要求退还{amount}元。',
    claim: '要求{b}退还押金{amount}元。',
    issues: '应当扣除的水电费和应当退还的押金。',
    responsibilities: '租赁期满后{b}应当退还押金，{a}应当结清水电费。',
    talk: [
      'm:水电费的单子双方核对过没有？',
      'a*:核对过了，扣掉水电费还应当退我{amount}元。',
      'b:墙面有几处损坏，要扣修理的钱。',
      'a:墙面是用了几年的正常旧损。',
      'm*:建议双方各让一步，约定日期一次退清。',
      'b:可以，退的时候把钥匙交回来。',
    ],
    clauses: [{ kind: 'act', text: '{a}在收到款项当日将厂房钥匙交还{b}。' }],
  },
  {
    typeCode: '02.03',
    weight: 9,
    sides: 'people',
    place: '前门社区五号楼',
    narrative:
      '{a}与{b}是上下楼邻居。{day}{b}家卫生间漏水，{a}家的天花板和墙面受潮起皮，双方就维修发生争执。',
    claim: '要求{b}修好漏水并把{a}家的墙面恢复原样。',
    issues: '漏水的原因和维修的责任。',
    responsibilities: '{b}对自家卫生间负有维护的义务，应当修好漏水并恢复受损的墙面。',
    talk: [
      'm:上午已经到两家都看过，漏水的位置双方都认。',
      'a*:从{day}开始滴水，天花板已经起皮了。',
      'b:卫生间是老管子，我也不是故意的。',
      'a:我不要赔钱，修好就行，墙面给我刷一下。',
      'b*:我请师傅来修，墙面也一起刷。',
      'm:修的时候请{a}方便让师傅进门。',
    ],
    clauses: [
      { kind: 'act', text: '{b}在本协议生效之日起十五日内修好自家卫生间的漏水处。' },
      {
        kind: 'act',
        text: '{b}在漏水修好之后十日内将{a}家受潮的天花板和墙面粉刷恢复，材料和人工由{b}负责。',
      },
      { kind: 'apology', text: '{b}就给{a}带来的不便当面表示歉意，{a}表示谅解。' },
    ],
  },
  {
    typeCode: '02.04',
    weight: 6,
    sides: 'people',
    place: '东升村',
    narrative:
      '{b}在自家院内开设小型加工点，机器夜间运转，{a}自{day}起多次反映影响休息，双方为此发生口角。',
    claim: '要求{b}夜间停止作业并采取隔音措施。',
    issues: '作业的时间和降低噪声的办法。',
    responsibilities: '相邻各方应当互相照顾，{b}应当采取措施减少对{a}的影响。',
    talk: [
      'm:昨天晚上我们到现场听过，声音确实不小。',
      'a*:晚上十点以后还在响，老人睡不着。',
      'b:赶货的时候才这样，平时没有那么晚。',
      'm:能不能把时间定下来，再加一层隔音？',
      'b*:晚上八点以后不开机器，窗户加隔音棉。',
      'a:做到这一点就可以。',
    ],
    clauses: [
      { kind: 'act', text: '{b}每日20时至次日7时不开动机器。' },
      { kind: 'act', text: '{b}在本协议生效之日起十日内为加工间的门窗加装隔音材料。' },
    ],
  },
  {
    typeCode: '16.01',
    weight: 6,
    sides: 'people',
    place: '中心路路口',
    yuan: [1000, 30_000],
    narrative:
      '{day}{b}驾驶电动车在路口与{a}相撞，{a}右臂擦伤就医。交警认定{b}负主要责任，双方就赔偿没有谈妥，{a}要求赔偿{amount}元。',
    claim: '要求{b}赔偿医疗费、误工费等{amount}元。',
    issues: '各项损失的数额和分担的比例。',
    responsibilities: '{b}负事故的主要责任，应当按比例承担赔偿责任。',
    talk: [
      'm:责任认定书双方都收到了，有没有意见？',
      'b:没有意见，就是数目有点高。',
      'a*:医院的单子都在这里，加上误工一共{amount}元。',
      'm:一项一项核对，先看医疗费。',
      'b*:医疗费都认，误工按实际的天数算。',
      'a:可以，最好一次付清。',
    ],
    clauses: [{ kind: 'confirm', text: '{b}付清上述款项后，双方就本次事故再无其他争议。' }],
  },
  {
    typeCode: '17.01',
    weight: 5,
    sides: 'personAndFirm',
    place: '湖滨社区',
    yuan: [500, 8000],
    narrative:
      '{a}因楼道照明和保洁的问题，自{day}起没有交纳物业费，{b}上门催收时双方发生争执，涉及物业费{amount}元。',
    claim: '要求{b}改善服务，并对物业费{amount}元予以减免。',
    issues: '服务是否到位以及物业费的减免。',
    responsibilities: '{b}应当按照合同提供服务，{a}应当交纳物业费；服务不到位的部分予以减免。',
    talk: [
      'm:照明的问题现在修好了没有？',
      'a:修了一半，保洁还是一个星期才来一次。',
      'b*:人手不够，这个月已经补了人。',
      'a*:服务做好了我就交，之前的要减一点。',
      'm*:减免的数目双方商量好，{b}把整改的日子写上。',
    ],
    clauses: [
      { kind: 'act', text: '{b}在本协议生效之日起七日内修复楼道照明，并每周至少保洁三次。' },
    ],
  },
  {
    typeCode: '14.01',
    weight: 5,
    sides: 'personAndFirm',
    place: '中心路商业街',
    yuan: [300, 9000],
    narrative:
      '{a}在{b}办理预付卡一张，{day}得知门店准备停业，卡内尚有余额{amount}元，要求退还时双方发生争执。',
    claim: '要求{b}退还卡内余额{amount}元。',
    issues: '卡内余额的数额和退还的时间。',
    responsibilities: '{b}不能继续提供服务，应当退还尚未消费的余额。',
    talk: [
      'm:卡内的余额系统里能不能查到？',
      'b*:能查到，是{amount}元。',
      'a:当时办卡说可以退，现在打电话也没人接。',
      'b:门店要搬，不是不退，要排一下时间。',
      'm*:把退款的日子定下来，退到原来付款的账户。',
    ],
    clauses: [{ kind: 'act', text: '{a}在收到款项后将预付卡交还{b}。' }],
  },
  {
    typeCode: '06.01',
    weight: 4,
    sides: 'people',
    place: '南塘村村口',
    yuan: [800, 20_000],
    narrative:
      '{day}{a}与{b}因停车发生口角，{b}推了{a}一下，{a}倒地擦伤就医，要求赔偿{amount}元并当面道歉。',
    claim: '要求{b}赔偿{amount}元并当面道歉。',
    issues: '损失的数额和道歉的方式。',
    responsibilities: '{b}对{a}受伤负有主要责任，应当赔偿；{a}言语不当，也有一定的过错。',
    talk: [
      'm:都是一个村的，先把气消一消。',
      'a*:我就是说了他两句，他就动手推人。',
      'b*:动手是我不对，我愿意道歉。',
      'a:医院的钱要给我，一共{amount}元。',
      'b:可以，今天就能给一部分。',
      'm:双方各退一步，以后见面还是乡亲。',
    ],
    clauses: [{ kind: 'apology', text: '{b}当面向{a}赔礼道歉，{a}表示谅解。' }],
  },
]

export const supplementReasons = [
  '缺少身份证复印件',
  '请补充劳动合同或者工资条',
  '被申请人的地址不完整',
]
export const rejectReasons = ['同一纠纷法院已经受理', '不属于人民调解的范围', '劳动仲裁已经立案']
export const suspendReasons = ['被申请人住院，等待出院后继续', '等待鉴定意见', '双方要求回去商量']
export const withdrawReasons = ['双方已经自行和解', '申请人不再要求调解']
export const transferTargets = ['县劳动人事争议仲裁委员会', '县人民法院', '县劳动保障监察大队']
export const returnWords = [
  '第一期的付款日期请再核对。',
  '责任一栏请写得具体一些。',
  '账户的户名没有写全。',
]
export const skipReasons = ['双方明确表示不需要回访']
export const rooms = ['一号调解室', '二号调解室', '圆桌调解室']
