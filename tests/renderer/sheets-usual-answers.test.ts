import { describe, expect, it } from 'vitest'
import { usualAnswers } from '../../renderer/features/sheets/usual-answers.ts'

const answers = (name: string, parties: string[] = []) => usualAnswers({ name }, parties)

describe('usualAnswers', () => {
  it('offers ways of a visit and how content people are', () => {
    expect(answers('回访.方式')).toEqual(['上门', '电话', '微信', '来访'])
    expect(answers('回访.满意度')).toEqual(['满意', '基本满意', '不满意'])
    expect(answers('回访.事由', ['张三'])).toEqual([])
  })

  it('offers each party and all of them for who was visited', () => {
    expect(answers('回访.被访人', ['张三', '李四', '张三', ''])).toEqual([
      '张三',
      '李四',
      '张三、李四',
    ])
    expect(answers('回访.被访人', ['张三'])).toEqual(['张三'])
    expect(answers('回访.被访人')).toEqual([])
  })

  it('leaves a crowd of names to be typed', () => {
    expect(answers('回访.被访人', [...'甲乙丙丁戊己庚'])).toEqual([])
  })
})
