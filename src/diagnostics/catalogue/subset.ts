// 1xxx. What stands in the way of reading a class without running it.

export const subsetMessages = {} as const;
