using FluentValidation;
using Interdiction.Contracts;
using Interdiction.Kernel;
using Interdiction.Pipeline;

namespace Interdiction.Cargo;

/// <summary>Anybody compares text or manifest lines with the control lists, without storing them.</summary>
public sealed record ScreenCargo(ScreeningRequest Cargo) : ICommand<Screening>
{
    public static Permission Needs => Permission.ReadReference;

    public IMessage<Screening> Again(Guid resource) => this;

    internal sealed class Validator : AbstractValidator<ScreenCargo>
    {
        public Validator() => this.Body(x => x.Cargo, new ScreeningRequestValidator());
    }

    internal sealed class Handler(Envelope envelope) : ICommandHandler<ScreenCargo, Screening>
    {
        public Task<Result<Screening>> Handle(ScreenCargo message, CancellationToken stop)
        {
            envelope.Resource = Guid.Empty;
            return Task.FromResult<Result<Screening>>(Screener.Screen(message.Cargo));
        }
    }
}
