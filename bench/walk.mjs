// The walk: ts-morph loads the files, then every class and property is visited. No evaluation, no output.

import { Project } from "ts-morph";

const project = new Project({
  skipAddingFilesFromTsConfig: true,
  skipFileDependencyResolution: true,
  skipLoadingLibFiles: true,
  compilerOptions: { noLib: true, noResolve: true, types: [] },
});
let properties = 0;
for (const file of project.addSourceFilesAtPaths(`${process.argv[2]}/**/*.ts`)) {
  for (const declared of file.getClasses()) {
    for (const property of declared.getProperties()) properties += property.getName().length > 0 ? 1 : 0;
  }
}
if (properties === 0) throw new Error("nothing visited");
