import { useEffect, useState } from 'react'

/** Says that something is on its way, but only after 300 ms: most answers come sooner. */
export function Loading({ text = '正在取资料…' }: { text?: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="tx-loading" role="status">
      {late ? text : ''}
    </p>
  )
}
