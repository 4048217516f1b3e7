// 0xxx. The command line, the configuration file, the environment, reading and writing files.

export const commandMessages = {} as const;
