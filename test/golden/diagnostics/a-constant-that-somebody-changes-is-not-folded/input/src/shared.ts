export const columns = ["id"];
export const options = { key: "video" };
