import { join } from "node:path";
import { dataFolder } from "../postgres/place.mjs";
import { tryLock } from "./lock.mjs";
import { shown } from "./paths.mjs";
import { portProblem } from "./ports.mjs";
import { Refusal } from "./refusal.mjs";

/** The lock that says who uses a data directory. @param {string} dataDir */
export function tryDataLock(dataDir) {
  return tryLock(join(dataFolder(dataDir), "start.lock"));
}

/** Takes the data directory for this start alone. @param {string} dataDir @throws {Refusal} */
export function lockData(dataDir) {
  const lock = tryDataLock(dataDir);
  if (!("heldBy" in lock)) return lock;
  const { pid, address } = lock.heldBy;
  throw new Refusal(
    `Already running${address ? ` at ${address}` : ""} on ${shown(dataDir)} (process ${pid}). Stop that one first, or ` +
      "set DATA_DIR and PORT to start a second one.",
  );
}

/** @param {number} port @param {string} [command] what was typed @throws {Refusal} when nothing can listen there */
export async function checkPort(port, command = "npm start") {
  const problem = await portProblem(port);
  if (problem === null) return;
  const other = port < 65_535 ? port + 1 : port - 1;
  throw new Refusal(
    problem === "EACCES"
      ? `Port ${port} needs special rights. Choose one above 1023: PORT=3000 ${command}`
      : `Port ${port} is used by another program. Stop it, or choose another port: PORT=${other} ${command}`,
  );
}
