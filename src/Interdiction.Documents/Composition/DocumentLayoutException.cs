namespace Interdiction.Documents;

/// <summary>A document cannot be laid out on its page, whatever its content.</summary>
public sealed class DocumentLayoutException : Exception
{
    public DocumentLayoutException()
    {
    }

    public DocumentLayoutException(string message)
        : base(message)
    {
    }

    public DocumentLayoutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
