/** Something a person can put right. The message is one line and says what to do; no stack is shown for it. */
export class Refusal extends Error {
  name = "Refusal";
}

/**
 * Runs a command's main function. Prints one line for a refusal and the whole stack for a fault; both end with code 1.
 *
 * @param {() => Promise<unknown>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
