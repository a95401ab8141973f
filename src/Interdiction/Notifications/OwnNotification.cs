using System.Security.Cryptography;
using System.Text.Json;
using Interdiction.Contracts;
using Interdiction.Kernel;

namespace Interdiction.Notifications;

/// <summary>A notification as the one who is told finds it. Its tag is of what is shown: it changes with the mark and with the record's title.</summary>
public sealed record OwnNotification(Notification It, ShownNotification Shown) : ISubject
{
    public string Originator => It.Partner;
    public string Lead => It.Partner;
    public string ETag => $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Shown, Json.Compact)).AsSpan(0, 8))}\"";

    public bool IsAuthor(Guid account) => false;
}
