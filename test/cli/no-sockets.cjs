// Loaded before the program by `node --require`: sockets, which Node's permission model leaves alone, are refused and told.

const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

const doors = [
  [net.Socket.prototype, "connect"],
  [net.Server.prototype, "listen"],
  [dgram.Socket.prototype, "bind"],
  [dgram.Socket.prototype, "send"],
  [dns, "lookup"],
];
for (const [holder, name] of doors) {
  holder[name] = () => {
    process.stderr.write(`canary: ${name} called\n`);
    throw new Error(`${name} is refused`);
  };
}
require("node:module").syncBuiltinESMExports();
