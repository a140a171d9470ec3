import { parentPort } from 'node:worker_threads'
import { asFault } from '../../disk/index.js'
import { EnvironmentFault } from '../../finding/index.js'
import { calls, type Answer, type Call } from './calls.js'

parentPort?.on('message', ({ id, name, given }: Call) => {
  void answer(id, async () => (calls[name] as (...values: readonly unknown[]) => unknown)(...given))
})

async function answer(id: number, work: () => Promise<unknown>): Promise<void> {
  const post = (message: Answer): void => parentPort?.postMessage(message)
  try {
    post({ id, result: await work() })
  } catch (error) {
    // An error's class does not cross from thread to thread.
    const fault = asFault(error)
    post(fault instanceof EnvironmentFault ? { id, fault: fault.finding, error: fault.cause } : { id, error })
  }
}
