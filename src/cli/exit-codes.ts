/** Exit codes of guide-format section 6. */
export const EXIT = {
  built: 0,
  content: 1,
  usage: 2,
  environment: 3,
  bug: 70,
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const
