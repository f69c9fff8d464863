import { DomainError } from "@/server/kernel/errors";

/**
 * Writes a fault to the log: where and what kind, with its stack. Refusals (`DomainError`) are not faults.
 * Inputs are never logged: they may hold a person's data.
 */
export function reportFault(fault: unknown, where: string): void {
  if (fault instanceof DomainError) return;
  if (
    fault instanceof Error &&
    (fault.name === "ZodError" || fault.name === "$ZodError" || fault.name === "TRPCError")
  )
    return;
  const stack = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), where, fault: stack })}\n`);
}
