// Illustrates: DefaultExport
export = { version: "1" };
