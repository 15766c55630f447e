import { useState } from 'react'
import type { Figure } from '#contract/calculations.ts'
import { regionName } from '#db/domain/region-names.ts'
import { type OutputOf, useAsk, useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { validityWords } from './calc-words.ts'
import './calculations.css'
import { FigureDialog } from './figure-dialog.tsx'
import { type FigureDraft, blankFigure, figureDraft } from './figure-form.ts'
import { figureText, standingOf, variantWords } from './figure-words.ts'

/** 法定标准: the dated figures that the calculators look up, and what is not there. */
export function FigureSettings() {
  const asked = useAsk('figures.list', {})
  if (asked.loading) return <Loading />
  if (!asked.data) return <FailureNotice failure={asked.failure} />
  return <Figures data={asked.data} />
}

type Props = { data: OutputOf<'figures.list'> }

function Figures({ data }: Props) {
  const [text, setText] = useState('')
  const [withAll, setWithAll] = useState(false)
  const [opened, setOpened] = useState<FigureDraft>()
  const [removing, setRemoving] = useState<Figure>()
  const wanted = text.normalize('NFKC').trim()
  const rows = data.figures.filter(
    (figure) =>
      (withAll || wanted !== '' || (figure.standing !== 'past' && !figure.replaced)) &&
      figureText(figure).includes(wanted),
  )
  return (
    <Section
      title="法定标准"
      extra={
        <Button
          kind="primary"
          onClick={() => setOpened(blankFigure({ key: 'averageMonthlyWage' }, data.region))}
        >
          录入一项
        </Button>
      }
    >
      <div className="stack">
        <p className="muted">
          计算时按日期和地区查这些数。随软件带来的不能改，录入同一项、同一地区、同一生效日的，就由您录入的代替。
        </p>
        <Gaps data={data} onOpen={setOpened} />
        <div className="calc-figure-find">
          <TextField label="查找" placeholder="如 最低工资、LPR" value={text} onChange={setText} />
          <CheckField label="连同已失效的一起看" value={withAll} onChange={setWithAll} />
        </div>
        <DataTable<Figure>
          label="法定标准"
          columns={[
            {
              key: 'name',
              title: '标准',
              render: (figure) => (
                <>
                  <strong>{figure.name}</strong> {variantWords(figure)}
                  <div className="hint">{figure.document}</div>
                </>
              ),
            },
            { key: 'region', title: '地区', render: ({ region }) => regionName(region) },
            {
              key: 'value',
              title: '数值',
              render: (figure) =>
                figure.key === 'statutoryHolidays' ? (
                  `${figure.value.split(' ').length} 天`
                ) : (
                  <span className="nums">
                    {figure.value} {figure.unit}
                  </span>
                ),
            },
            {
              key: 'validity',
              title: '有效期',
              render: (figure) => <span className="nums">{validityWords(figure)}</span>,
            },
            {
              key: 'standing',
              title: '状态',
              render: (figure) => (
                <span className="row">
                  {standingOf(figure).map(({ tone, word }) => (
                    <Tag key={word} tone={tone} word={word} />
                  ))}
                </span>
              ),
            },
            {
              key: 'act',
              title: '',
              render: (figure) =>
                figure.id === undefined ? null : (
                  <span className="row calc-figure-acts">
                    <Button
                      kind="link"
                      aria-label={`改${figure.name}${variantWords(figure)}`}
                      onClick={() => setOpened(figureDraft(figure))}
                    >
                      改
                    </Button>
                    <Button
                      kind="link"
                      aria-label={`删除${figure.name}${variantWords(figure)}`}
                      onClick={() => setRemoving(figure)}
                    >
                      删除
                    </Button>
                  </span>
                ),
            },
          ]}
          rows={rows}
          rowKey={(figure) =>
            `${figure.id ?? figure.package} ${figure.key} ${figure.variant} ${figure.region} ${figure.validFrom}`
          }
          onOpen={(figure) => setOpened(figureDraft(figure))}
          empty={<p className="muted">没有找到。</p>}
        />
      </div>
      {opened ? <FigureDialog start={opened} onClose={() => setOpened(undefined)} /> : null}
      {removing ? <RemoveDialog figure={removing} onClose={() => setRemoving(undefined)} /> : null}
    </Section>
  )
}

type GapProps = Props & { onOpen: (draft: FigureDraft) => void }

/** What calculators will ask for because nobody entered it. */
function Gaps({ data, onOpen }: GapProps) {
  const go = useGo()
  return (
    <>
      {data.region === 'CN' ? (
        <Notice
          tone="warning"
          title="还没有设置本中心的地区"
          actions={
            <Button onClick={() => go({ to: 'settings', section: 'clocks' })}>去设置地区</Button>
          }
        >
          设置以后才能自动查当地的最低工资、平均工资和工伤标准，也才知道还缺哪些。
        </Notice>
      ) : null}
      {data.gaps.length === 0 ? null : (
        <Notice tone="warning" title="今天还缺这些标准，用到时会请办案人自己填">
          <ul className="calc-gaps">
            {data.gaps.map((gap) => {
              const words = `${gap.name}${variantWords(gap)}`
              return (
                <li key={words} className="row">
                  <span>{words}</span>
                  <Button
                    aria-label={`录入${words}`}
                    onClick={() => onOpen(blankFigure(gap, data.region))}
                  >
                    录入
                  </Button>
                </li>
              )
            })}
          </ul>
        </Notice>
      )}
    </>
  )
}

function RemoveDialog({ figure, onClose }: { figure: Figure; onClose: () => void }) {
  const remove = useRun('figures.remove')
  const confirm = async () => {
    if (figure.id !== undefined && (await remove.run({ id: figure.id }))) onClose()
  }
  return (
    <Dialog
      open
      title="删除录入的标准"
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="删除"
      confirmKind="danger"
      busy={remove.running}
      {...(remove.failure ? { failure: remove.failure } : {})}
    >
      <p>
        {figure.name}
        {variantWords(figure)} {figure.value} {figure.unit}（{validityWords(figure)}
        ）不再使用；软件带来的同一项会重新生效。已保存的计算不变。
      </p>
    </Dialog>
  )
}
