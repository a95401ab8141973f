namespace Interdiction.Documents.Drawing;

/// <summary>Where a link leads: an address, or the name of a place in the same document.</summary>
public abstract record LinkTarget
{
    /// <summary>What assistive technology says.</summary>
    public abstract string Description { get; }
}

/// <summary>A link out of the document.</summary>
public sealed record WebLink(Uri Address) : LinkTarget
{
    public override string Description => Address.AbsoluteUri;
}

/// <summary>A link to an anchor of the same document.</summary>
public sealed record AnchorLink(string Anchor) : LinkTarget
{
    public override string Description => Anchor;
}
