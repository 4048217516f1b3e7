enum Status {
  New = "new",
  Done = "done",
}
export default Status;
