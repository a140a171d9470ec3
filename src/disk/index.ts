export { atExit } from './at-exit.js'
export {
  asFault,
  diskReason,
  isDiskError,
  isDiskFull,
  noRoomFault,
  orFault,
  orScratchFault,
  outputFault,
} from './fault.js'
export { makeFolders } from './folders.js'
export { removeFolder, removeFolderNow } from './folder.js'
export { cacheHome, homeOf } from './home.js'
export { leftoversIn } from './leftovers.js'
export { removeDeadLock, withLock } from './lock.js'
export { markOf, ownerState } from './owner.js'
export { writeWhole } from './whole-file.js'
