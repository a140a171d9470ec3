/** Stands in a planned slide for the number of the handout's page that it names; no text has it: reading takes it out. */
export const PAGE_SEAT = '\uFDD3'
