// What other files of this folder import.

export const SIZE = 1;
