// 2xxx. Keys, projects, dependencies, columns

export const featureMessages = {} as const;
