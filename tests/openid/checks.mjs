// What was tried and how it ended: a check that throws is a failure with its reason.
export const results = []

export async function check(name, what) {
  try {
    await what()
    results.push({ name, ok: true })
  } catch (failure) {
    results.push({ name, ok: false, why: `${failure.code ?? ''} ${failure.error ?? ''} ${failure.error_description ?? ''} ${failure.stack}` })
  }
}

export function equal(expected, actual, of) {
  if (expected !== actual) throw new Error(`${of}: expected ${expected}, got ${actual}`)
}

// The server refuses with this OAuth error; that it lets it through is the failure.
export async function refused(error, what) {
  let answer
  try {
    answer = await what()
  } catch (failure) {
    if (failure.error === error) return
    throw failure
  }
  throw new Error(`expected ${error}, was let through: ${JSON.stringify(answer)}`)
}
