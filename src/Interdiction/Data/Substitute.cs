using System.Linq.Expressions;

namespace Interdiction.Data;

/// <summary>Puts expressions in the place of parameters.</summary>
sealed class Substitute : ExpressionVisitor
{
    readonly Dictionary<ParameterExpression, Expression> places = [];

    public Expression this[ParameterExpression parameter]
    {
        set => places[parameter] = value;
    }

    protected override Expression VisitParameter(ParameterExpression node) =>
        places.TryGetValue(node, out var put) ? Visit(put) == node ? node : put is ParameterExpression ? put : Visit(put) : node;
}
