import { createStore } from './0001_create_store.ts'

/** Every migration in order; the array's length is the store's newest version. */
export const migrations = [createStore]
