import Changed from "./changed_elsewhere.js";

Changed.spec.idColumns.push("part");
