import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, useState } from 'react'
import { createQueries } from '../lib/queries.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Gate } from './gate.tsx'
import { TextSizeContext, useTextSizeState } from './text-size-context.ts'
import { themeOf } from './theme.ts'

export function App() {
  const [queries] = useState(createQueries)
  const textSize = useTextSizeState()
  const theme = useMemo(() => themeOf(textSize.size), [textSize.size])
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <AntApp
          message={{ duration: 8, maxCount: 3, top: 48 }}
          notification={{ duration: 8 }}
          style={{ height: '100%' }}
        >
          <TextSizeContext value={textSize}>
            <ErrorBoundary>
              <Gate />
            </ErrorBoundary>
          </TextSizeContext>
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
