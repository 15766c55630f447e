/** An id of the right shape that nothing has. */
export const nowhere = '01900000-0000-7000-8000-00000000dead'
