export interface SvgFault {
  readonly fault: 'refused' | 'broken' | 'too-large'
  readonly reason: string
}

/** Stops the reading of an SVG; never leaves this folder. */
export class Stopped extends Error {
  readonly told: SvgFault

  constructor(fault: SvgFault['fault'], reason: string) {
    super(reason)
    this.told = { fault, reason }
  }
}
