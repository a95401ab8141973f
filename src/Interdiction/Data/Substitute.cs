using System.Linq.Expressions;

namespace Interdiction.Data;

/// <summary>Puts expressions in the place of parameters.</summary>
sealed class Substitute(Dictionary<ParameterExpression, Expression> places) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => places.GetValueOrDefault(node, node);
}
