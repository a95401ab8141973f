using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Interdiction.Identity;

/// <summary>Keys on disk are encrypted with the operator's key. A demonstration makes one for itself.</summary>
static class KeysModule
{
    public static void AddKeys(this IServiceCollection services, Settings settings)
    {
        var encryption = new KeyEncryption(settings.Key ?? KeyFolder.MakeKey(Path.Combine(settings.DataFolder, "operator.key")));
        var folder = new KeyFolder(Path.Combine(settings.DataFolder, "keys"), encryption);
        services.AddSingleton(encryption);
        services.AddSingleton(folder);
        services.AddDataProtection().SetApplicationName("Interdiction").PersistKeysToFileSystem(folder.Folder);
        services.Configure<KeyManagementOptions>(x => x.XmlEncryptor = new EncryptedXml(encryption));
    }
}
