// Which build of the compiler this is: caches of another build are not looked at.

/** Set by the build to a digest of the sources; all unbuilt runs share one name. */
export const BUILD: string = process.env.METAXY_COMPILE_BUILD ?? "source";
