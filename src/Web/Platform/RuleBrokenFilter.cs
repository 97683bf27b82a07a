using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Platform;

/// <summary>Shows the page again with the refusal beside the field it is about; what was typed stays.</summary>
public sealed class RuleBrokenFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.ActionDescriptor is not CompiledPageActionDescriptor) return;

        var (field, message) = context.Exception switch
        {
            RuleBroken broken => (Field(broken.About), Texts.Say(broken.Key, [.. broken.Args])),
            DbUpdateConcurrencyException => ("", Texts.Say(Edited)),
            DbUpdateException failure when failure.IsTaken() => ("", Texts.Say(Edited)),
            _ => (null, ""),
        };
        if (field is null) return;

        context.ModelState.AddModelError(field, message);
        context.Result = new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        context.ExceptionHandled = true;
    }

    public const string Edited = "Пока вы заполняли форму, это изменил другой человек. Посмотрите, что изменилось, и решите снова.";

    /// <summary>Form fields are named as the code names the fact, with a capital: <c>nameof(actNumber)</c> is Form.ActNumber.</summary>
    private static string Field(string about) => about is "" ? "" : $"Form.{char.ToUpperInvariant(about[0])}{about[1..]}";
}
