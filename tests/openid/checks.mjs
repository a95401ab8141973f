// What was tried and how it ended: a check that throws is a failure with its reason.
export const results = []

export async function check(name, what) {
  try {
    await what()
    results.push({ name, ok: true })
  } catch (failure) {
    results.push({ name, ok: false, why: `${failure.code ?? ''} ${failure.error ?? ''} ${failure.error_description ?? ''} ${JSON.stringify(failure.cause ?? '')} ${failure.stack}` })
  }
}

export function equal(expected, actual, of) {
  if (expected !== actual) throw new Error(`${of}: expected ${expected}, got ${actual}`)
}

// The server refuses with one of these OAuth errors; that it lets it through is the failure.
export async function refused(errors, what) {
  let answer
  try {
    answer = await what()
  } catch (failure) {
    // A challenge carries its error in the header.
    if ([errors].flat().includes(failure.error ?? failure.cause?.[0]?.parameters?.error)) return
    throw failure
  }
  throw new Error(`expected ${errors}, was let through: ${JSON.stringify(answer)}`)
}
