using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Interdiction.Identity;

/// <summary>Encrypts the data-protection keys (sessions, forms, cursors) before they are written.</summary>
sealed class EncryptedXml(KeyEncryption encryption) : IXmlEncryptor
{
    internal const string Purpose = "data-protection key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("encrypted", Convert.ToBase64String(encryption.Encrypt(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Purpose))), typeof(DecryptedXml));
}

/// <summary>Reads them back. The key file names this type: it keeps its name.</summary>
sealed class DecryptedXml(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<KeyEncryption>().Decrypt(Convert.FromBase64String(encryptedElement.Value), EncryptedXml.Purpose)));
}
