import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import { contract, type Contract } from '#contract/index.ts'
import type { Operation, OperationKind, Slice } from '#contract/operation.ts'
import { overLine, type Client } from './client.ts'
import { failureOf, isSignedOut, type Failure } from './failure.ts'

type NameIn<S extends keyof Contract & string> = `${S}.${keyof Contract[S] & string}`
/** 'cases.get', 'agreements.sign' …: every operation of the contract. */
export type OperationName = { [S in keyof Contract & string]: NameIn<S> }[keyof Contract & string]

type Declared<N extends OperationName> = N extends `${infer S}.${infer V}`
  ? S extends keyof Contract
    ? V extends keyof Contract[S]
      ? Contract[S][V]
      : never
    : never
  : never
export type InputOf<N extends OperationName> =
  Declared<N> extends Operation<OperationKind, infer I extends z.ZodType, z.ZodType>
    ? z.input<I>
    : never
export type OutputOf<N extends OperationName> =
  Declared<N> extends Operation<OperationKind, z.ZodType, infer O extends z.ZodType>
    ? z.output<O>
    : never

type Door = Record<string, Record<string, (input: unknown) => Promise<unknown>>>

const partsOf = (name: OperationName): [string, string] => {
  const dot = name.indexOf('.')
  return [name.slice(0, dot), name.slice(dot + 1)]
}

const askClient = (client: Client, name: OperationName, input: unknown): Promise<unknown> => {
  const [slice, verb] = partsOf(name)
  const operation = (client as unknown as Door)[slice]?.[verb]
  if (!operation) throw new Error(`no such operation: ${name}`)
  return operation(input)
}

/**
 * Asks once, past the cache.
 * @throws ORPCError or ConnectionLost; `failureOf` makes a Failure of them.
 */
export const call = async <N extends OperationName>(
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> =>
  (await overLine((client) => askClient(client, name, input))) as OutputOf<N>

export const askKey = <N extends OperationName>(name: N, input: InputOf<N>) =>
  [partsOf(name)[0], name, input] as const

export const touchedBy = (name: OperationName): readonly Slice[] => {
  const [slice, verb] = partsOf(name)
  const slices: Record<string, Record<string, Operation>> = contract
  return slices[slice]?.[verb]?.['~orpc'].meta.touches ?? []
}

/** Makes the page ask again whatever lives in these slices. */
export const askAgain = async (queries: QueryClient, slices: readonly Slice[]): Promise<void> => {
  await Promise.all(slices.map((slice) => queries.invalidateQueries({ queryKey: [slice] })))
}

export type Asked<T> = {
  data?: T
  failure?: Failure
  /** Nothing to show yet. */
  loading: boolean
  /** The data shown belong to the question before this one. */
  previous: boolean
  reload(): void
}

type AskOptions = {
  enabled?: boolean
  /** Asks again by itself, in milliseconds. */
  every?: number
  /** Asks again when it comes into sight: what it gathers is changed from many slices. */
  fresh?: boolean
}

/** A question whose answer is kept until a command touches its slice. */
export const useAsk = <N extends OperationName>(
  name: N,
  input: InputOf<N>,
  options: AskOptions = {},
): Asked<OutputOf<N>> => {
  const query = useQuery({
    queryKey: askKey(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    refetchOnMount: options.fresh ? 'always' : true,
    placeholderData: keepPreviousData,
  })
  const { data, error, refetch } = query
  const failure = useMemo(() => (error ? failureOf(error) : undefined), [error])
  const reload = useCallback(() => void refetch(), [refetch])
  return {
    data: data as OutputOf<N> | undefined,
    failure,
    loading: query.isLoading,
    previous: query.isPlaceholderData,
    reload,
  }
}

export type Run<N extends OperationName> = {
  /** The output; undefined when it was refused, then `failure` says why. */
  run(input: InputOf<N>): Promise<OutputOf<N> | undefined>
  running: boolean
  failure?: Failure
  clear(): void
}

/** Does something: afterwards the touched slices have been asked again. */
export const useRun = <N extends OperationName>(name: N): Run<N> => {
  const queries = useQueryClient()
  const [underWay, setUnderWay] = useState(0)
  const [failure, setFailure] = useState<Failure>()
  const latest = useRef(0)
  const run = useCallback(
    async (input: InputOf<N>): Promise<OutputOf<N> | undefined> => {
      latest.current += 1
      const mine = latest.current
      setUnderWay((count) => count + 1)
      try {
        const output = await call(name, input)
        await askAgain(queries, touchedBy(name))
        if (mine === latest.current) setFailure(undefined)
        return output
      } catch (error) {
        const refused = failureOf(error)
        if (mine === latest.current) setFailure(refused)
        if (isSignedOut(refused)) await askAgain(queries, ['store'])
        return undefined
      } finally {
        setUnderWay((count) => count - 1)
      }
    },
    [name, queries],
  )
  const clear = useCallback(() => setFailure(undefined), [])
  return { run, running: underWay > 0, failure, clear }
}
