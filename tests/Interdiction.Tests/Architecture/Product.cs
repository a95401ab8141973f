using System.Reflection;
using Architect = ArchUnitNET.Domain.Architecture;
using ArchLoader = ArchUnitNET.Loader.ArchLoader;
using IType = ArchUnitNET.Domain.IType;

namespace Interdiction.Tests.Architecture;

/// <summary>The product as the architecture tests look at it: its types with what each depends on, and its source files.</summary>
static class Product
{
    public static Assembly Server { get; } = typeof(Program).Assembly;

    static readonly Lazy<Architect> Loaded = new(() => new ArchLoader().LoadAssemblies(Server, typeof(Contracts.BoardingReport).Assembly).Build());

    /// <summary>The server's own types, nested ones too.</summary>
    public static IReadOnlyList<IType> Types { get; } = [.. Loaded.Value.Types.Where(x => x.Assembly.FullName == Server.FullName)];

    /// <summary>The repository.</summary>
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>Full names of the types that a type names anywhere, also in the bodies of its methods.</summary>
    public static IEnumerable<string> DependenciesOf(IType type) => type.Dependencies.Select(x => NameOf(x.Target)).Distinct();

    /// <summary>The full name with a plus before a nested type, as reflection writes it.</summary>
    public static string NameOf(IType type) => type.FullName.Replace('/', '+').Split('<')[0];

    public static IType Find(Type type) => Types.Single(x => NameOf(x) == type.FullName);

    /// <summary>Text files of the repository that people write, below a folder.</summary>
    public static IEnumerable<FileInfo> Sources(string folder, params string[] extensions) =>
        from file in new DirectoryInfo(Path.Combine(Root.FullName, folder)).EnumerateFiles("*", SearchOption.AllDirectories)
        where extensions.Contains(file.Extension) && !PathOf(file).Split('/').Any(x => x is "bin" or "obj" or "Migrations" or "node_modules")
        select file;

    public static string PathOf(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Interdiction.sln")))
            folder = folder.Parent;
        return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
