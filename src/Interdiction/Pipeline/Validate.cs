using System.Linq.Expressions;
using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Kernel;
using MediatR;

namespace Interdiction.Pipeline;

/// <summary>Checks the shape of a message before its handler sees it.</summary>
sealed class Validate<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IMessage
    where TResponse : IResult<TResponse>
{
    static readonly Fault NoId = new("/id", RuleCodes.Form, "Give a UUID of version 7, or none.");

    public async Task<TResponse> Handle(TRequest message, CancellationToken stop, RequestHandlerDelegate<TResponse> next)
    {
        Fault[] faults =
        [
            .. message is ICreate { Id: { } id } && id == Guid.Empty ? new[] { NoId } : [],
            .. from validator in validators
               from failure in validator.Validate(message).Errors
               select new Fault(JsonPointer.FromPropertyName(failure.PropertyName.Replace(MessageBody.Prefix, "", StringComparison.Ordinal)), failure.ErrorCode, failure.ErrorMessage),
        ];
        return faults.Length == 0 ? await next() : TResponse.Refuse(Refusal.Invalid([.. faults.Distinct()]));
    }
}

static class MessageBody
{
    public const string Prefix = "$.";

    extension<TMessage>(AbstractValidator<TMessage> validator)
    {
        /// <summary>The part of the message that came as body: its faults point into the body, not into the message.</summary>
        public void Body<TBody>(Expression<Func<TMessage, TBody>> body, IValidator<TBody> rules) =>
            validator.RuleFor(body).SetValidator(rules).OverridePropertyName("$");
    }
}
