namespace Interdiction.Http;

/// <summary>Every problem that the API answers, with the page that its type leads to.</summary>
static class ProblemPages
{
    /// <param name="Meaning">What happened, as the answer says it where nothing more is known.</param>
    /// <param name="Remedy">What to do.</param>
    public sealed record Page(string Code, int Status, string Title, string Meaning, string Remedy);

    public static IReadOnlyList<Page> All { get; } =
    [
        new("malformed", 400, "Malformed request", "The request cannot be read.", "Send JSON in UTF-8 with the fields and types that the API document names; unknown and double fields are refused, times need a zone."),
        new("badParameter", 400, "Bad parameter", "A query parameter is unknown or cannot be read.", "See the operation's parameters. A cursor is good for the same caller and filter only."),
        new("idempotencyKeyMissing", 400, "Idempotency key missing", "A POST came without a key.", "Send Idempotency-Key with a fresh UUID, or an id in the body where one is made."),
        new("antiforgeryMissing", 400, "Anti-forgery token missing", "A write under the session cookie came without its anti-forgery token.", "Send the token that the application holds."),
        new("notSignedIn", 401, "Not signed in", "Nobody is signed in, or the token is not good any more.", "Get a token from /connect/token, or sign in."),
        new("notAllowed", 403, "Not allowed", "You may read this, but not do that with it.", "The rules are named under reasons; ask a person who has the right."),
        new("tlsRequired", 403, "TLS required", "This server is reached by HTTPS alone.", "Ask again by HTTPS. Change the password, secret or token that went over the open line."),
        new("stepUpRequired", 403, "Fresh sign-in required", "This act asks a person to have signed in within the last ten minutes.", "Sign in again at /sign-in?stepUp, which keeps your session, and repeat the request."),
        new("secondFactorRequired", 403, "Second factor required", "You have no second factor yet; nothing else is open to you before.", "Set up a passkey or an authenticator app at /account/second-factor."),
        new("notFound", 404, "Not found", "There is nothing here for you.", "Check the address. What you may not read does not exist for you."),
        new("methodNotAllowed", 405, "Method not allowed", "This address does not know the method.", "See Allow for the methods that it knows."),
        new("notAcceptable", 406, "Not acceptable", "The answer is not to be had in the form that Accept asks for.", "Accept application/json, or application/pdf for a report."),
        new("stillRunning", 409, "Still running", "A command with this key is being worked on.", "Ask again in a moment with the same key."),
        new("idInUse", 409, "Id in use", "An id in the body belongs to another record.", "Choose a fresh UUID."),
        new("underHold", 409, "Under a legal hold", "The case is under a legal hold, which keeps all that it holds.", "Ask the lead partner of the case: two of its legal advisers lift the hold by proposal."),
        new("keptStill", 409, "To be kept still", "Something keeps the case from being destroyed at this moment: the detail says what.", "See to what the detail names; /cases/{id}/retention lists all of it."),
        new("wrongState", 409, "Wrong state", "The record is not in a state in which this can be done.", "The detail names what can be done now."),
        new("changedMeanwhile", 409, "Changed meanwhile", "What the command builds on was changed at the same moment. Nothing was stored.", "Send it again with the same key."),
        new("offsetConflict", 409, "Another offset", "The upload does not stand where you go on.", "Ask for its Upload-Offset by HEAD, and go on from there."),
        new("inQuarantine", 409, "In quarantine", "The file waits for the scanner, or the scanner found something in it.", "Ask again in a moment; what the scanner found is named in the attachment's state and finding."),
        new("lastAdministrator", 409, "Last administrator", "The partner would be left without an administrator.", "Invite or restore another one first."),
        new("lastWayIn", 409, "Last way in", "Without it you could not sign in any more.", "Set up another passkey, or a password with an authenticator app, before you remove it."),
        new("stale", 412, "Stale", "The record was changed since you read it.", "Read it again and repeat your change with its new ETag."),
        new("tusVersion", 412, "Another version of tus", "The request is not of tus 1.0.0.", "Send Tus-Resumable: 1.0.0; Tus-Version names what is spoken here."),
        new("tooLarge", 413, "Too large", "The body is larger than 5 MB.", "Send photos and files as attachments."),
        new("unsupportedMediaType", 415, "Unsupported media type", "The body is not of a type that is read here.", "Send application/json in UTF-8, plain or packed with gzip, br or deflate."),
        new("noSuchRange", 416, "No such range", "The file ends before the range that was asked for.", "Ask for less of it; its size is in Content-Range."),
        new("invalid", 422, "Rules broken", "The record breaks rules.", "Each fault is named under errors with a JSON Pointer into the body."),
        new("noThumbnail", 422, "No thumbnail", "The attachment is no picture, one that is too large, or one that cannot be read.", "Ask for its content."),
        new("idempotencyKeyReused", 422, "Idempotency key reused", "The key came before with another body.", "Use a new key for a new command."),
        new("ifMatchRequired", 428, "If-Match required", "A change came without If-Match.", "Send the ETag that you read."),
        new("tooMany", 429, "Too many requests", "More was asked than is answered in a while.", "Wait as many seconds as Retry-After says; RateLimit says how much is left."),
        new("checksumMismatch", 460, "Another checksum", "What arrived is not what was sent.", "Send it again: nothing of it was kept. Where the whole file was another than its sha256, begin a new upload."),
        new("internal", 500, "Failure", "The server failed. Nothing was stored.", "Try again; if it lasts, tell your administrator the traceId."),
        new("damaged", 500, "Damaged file", "The file in the store is not what came, or is not there. Nothing of it was given out.", "Tell your administrator the traceId: the file is restored from a backup."),
    ];

    static readonly Dictionary<string, Page> Codes = All.ToDictionary(x => x.Code);

    public static Page? Find(string code) => Codes.GetValueOrDefault(code);

    public static string Title(string code) => Codes[code].Title;

    public static Page ByStatus(int status) => All.FirstOrDefault(x => x.Status == status) ?? Codes[status < 500 ? "malformed" : "internal"];
}
