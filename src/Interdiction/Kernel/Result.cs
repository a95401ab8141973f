namespace Interdiction.Kernel;

/// <summary>An answer or a refusal. Refusals are values; exceptions are bugs.</summary>
public interface IResult<TSelf> where TSelf : IResult<TSelf>
{
    Refusal? Refusal { get; }

    static abstract TSelf Refuse(Refusal refusal);
}

public readonly record struct Result<T> : IResult<Result<T>>
{
    readonly T? value;

    Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    /// <exception cref="InvalidOperationException">The result is a refusal.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public static Result<T> Refuse(Refusal refusal) => new(default, refusal);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
