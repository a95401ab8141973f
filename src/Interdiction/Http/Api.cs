namespace Interdiction.Http;

/// <summary>The address of the API.</summary>
static class Api
{
    public const string Base = "/api/v1";
}
