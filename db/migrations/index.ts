import { createStore } from './0001_create_store.ts'
import { sessionRoom } from './0002_session_room.ts'
import { papers } from './0003_papers.ts'
import { afterSigning } from './0004_after_signing.ts'
import { lawyersRota } from './0005_lawyers_rota.ts'

/** Every migration in order; the array's length is the store's newest version. */
export const migrations = [createStore, sessionRoom, papers, afterSigning, lawyersRota]
