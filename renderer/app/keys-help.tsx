import type { ReactNode } from 'react'
import { KeyHint } from '../ui/key-hint.tsx'
import { Section } from '../ui/section.tsx'

type Keys = readonly (readonly [string, string])[]

const everywhere: Keys = [
  ['Ctrl+N', '登记来访'],
  ['Ctrl+Enter', '完成这一页的表（登记、送审）'],
  ['Ctrl+S', '马上保存。平时不用按，写下的内容都会自动保存'],
  ['Ctrl+P', '打印；在案件和卷宗里是整卷打印'],
  ['Alt+ArrowLeft', '返回上一页'],
  ['Escape', '关闭对话框'],
  ['Ctrl+L', '锁定，离开座位时按'],
  ['Ctrl+=', '字大一些'],
  ['Ctrl+-', '字小一些'],
  ['Ctrl+0', '字号恢复'],
  ['F1', '打开这一页'],
]
const lists: Keys = [
  ['ArrowUp', '上一行'],
  ['ArrowDown', '下一行'],
  ['Enter', '打开这一行'],
]
const clocks: Keys = [
  ['Alt+1', '今日右边的第一项；2 到 9 依次往下'],
  ['PageUp', '日历的上个月；PageDown 下个月'],
  ['Home', '日历回到今天'],
]
const session: Keys = [
  ['Enter', '记下一句'],
  ['Shift+Enter', '在同一句里换行'],
  [
    'Alt+1',
    '换人说话：写完一句直接按，就另起一句；1 是调解员，2、3…依次是参加人。上面的句子说话人记错了，用 ↑ 到那一句再按',
  ],
  ['Ctrl+M', '把这一句标为要点'],
  ['Ctrl+1', '标为无争议事实；2 证据、3 分歧、4 让步（让步不写进笔录）'],
  ['F4', '常用语；直接打 /gz 或 、gz 再按空格也行'],
  ['F7', '单独谈话，或者回到双方谈话'],
  ['F8', '休会、继续'],
  ['Ctrl+H', '把屏幕转给双方看，再按转回来'],
  [
    'F6',
    '右边换一栏；F2 人员，Ctrl+6 到 Ctrl+9 依次是方案、无争议事实、私密备注、要点；Esc 回到这一句',
  ],
  ['F11', '全屏'],
]
const agreement: Keys = [
  ['F4', '条款库：找一条，Enter 放到光标所在条款的后面'],
  ['Alt+ArrowUp', '把这一条往上移；Alt+↓ 往下移'],
  ['Ctrl+Enter', '送审；还有没处理的，先带您到那里'],
]
const offers: Keys = [
  ['F9', '记一个方案'],
  ['Alt+Enter', '把从话里读出来的各项都写进方案'],
  ['Ctrl+Enter', '记下方案'],
  ['Escape', '先放着，没写完的不会丢'],
]
const dates: readonly (readonly [string, string])[] = [
  ['20261231、2026.12.31', '2026年12月31日'],
  ['12-31、1231', '今年 12 月 31 日'],
  ['今天、明天、后天、下周三', '照今天推算'],
  ['三十天后、两个月后、年底', '照今天推算'],
]

export function KeysHelp() {
  return (
    <div className="sections">
      <p className="muted">
        所有事情用键盘都能做：Tab 到下一项，Shift+Tab
        回上一项，空格选中。正在用输入法选字时，按键只归输入法。
      </p>
      <KeyTable title="处处可用" keys={everywhere} />
      <KeyTable title="列表里" keys={lists} />
      <KeyTable title="今日和日历里" keys={clocks} />
      <KeyTable title="调解记录里" keys={session} />
      <KeyTable title="方案台账里" keys={offers} />
      <KeyTable title="协议书里" keys={agreement} />
      <Section title="日期可以这样写">
        <dl className="facts">
          {dates.map(([typed, meant]) => (
            <Pair key={typed} term={typed} text={meant} />
          ))}
        </dl>
      </Section>
    </div>
  )
}

function KeyTable({ title, keys }: { title: string; keys: Keys }) {
  return (
    <Section title={title}>
      <dl className="facts">
        {keys.map(([combo, text]) => (
          <Pair key={combo} term={<KeyHint combo={combo} />} text={text} />
        ))}
      </dl>
    </Section>
  )
}

function Pair({ term, text }: { term: ReactNode; text: string }) {
  return (
    <div style={{ display: 'contents' }}>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  )
}
