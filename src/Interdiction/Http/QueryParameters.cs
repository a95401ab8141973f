using System.Reflection;
using Interdiction.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Interdiction.Http;

/// <summary>Which query parameters a route knows: any other is refused.</summary>
static class QueryParameters
{
    public static IReadOnlySet<string> Of(Delegate message) =>
        message.Method.GetParameters().SelectMany(Names).ToHashSet(StringComparer.Ordinal);

    static IEnumerable<string> Names(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<FromHeaderAttribute>() is not null ? []
        : parameter.GetCustomAttribute<AsParametersAttribute>() is not null
            ? parameter.ParameterType.GetProperties().Select(x => Camel(x.Name))
            : parameter.ParameterType == typeof(string) || parameter.ParameterType.IsValueType ? [parameter.Name!] : [];

    /// <returns>What is wrong with the query; null for nothing.</returns>
    public static Kernel.Refusal? Fault(HttpRequest request, IReadOnlySet<string> known)
    {
        foreach (var (name, values) in request.Query)
        {
            // What stands in the address is no parameter beside it.
            if (!known.Contains(name) || request.RouteValues.ContainsKey(name))
                return Kernel.Refusal.BadParameter(name, "there is no such parameter here.");
            if (values.Count > 1)
                return Kernel.Refusal.BadParameter(name, "it stands more than once.");
            if (TextConverter.Clean(values.ToString()) is null)
                return Kernel.Refusal.BadParameter(name, "it holds a control character.");
        }
        return null;
    }

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
