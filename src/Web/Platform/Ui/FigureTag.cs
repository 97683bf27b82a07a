using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Stupeni.Platform.Ui;

/// <summary><c>&lt;figure-value of="figure" /&gt;</c>: the number as a button that opens what it is made of; without script, by the browser's own popover.</summary>
[HtmlTargetElement("figure-value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureTag(HtmlEncoder html, Assets assets, IHttpContextAccessor http) : TagHelper
{
    public required Figure Of { get; set; }

    /// <summary>Digits after the comma.</summary>
    public int Digits { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Of.Value is not { } value)
        {
            output.Content.SetHtmlContent($"<span class=\"st-badge st-badge-few\"><svg class=\"st-i\" aria-hidden=\"true\"><use href=\"{assets["icons.svg"]}#i-eye-off\"/></svg>{Text(Of.Hidden ?? "нет данных")}</span>");
            return;
        }

        var id = $"fig-{Next()}";
        var shown = Show(value, Digits);
        var interval = Of is { Lower: { } lower, Upper: { } upper } ? $"<small>{Text("95 % интервал")}: {(Of.Unit == FigureUnit.Change ? Texts.Say("от {0} до {1}\u00a0п.\u00a0п.", Numbers.Signed(lower), Numbers.Signed(upper)) : Numbers.Range(lower, upper))}{(Of.Unit == FigureUnit.Percent ? "\u00a0%" : "")}</small>" : "";
        output.Content.SetHtmlContent($"<button type=\"button\" class=\"st-fig\" popovertarget=\"{id}\">{html.Encode(shown)}</button>");
        Waiting(http.HttpContext!).Append(
            $"<div class=\"st-pop\" id=\"{id}\" popover><p class=\"st-pop-t\">{Text(Of.Title)}</p><p class=\"st-pop-v\">{html.Encode(shown)} {interval}</p><span class=\"st-frac\">{Text(Of.Formula)}</span><dl>" +
            Line("Числитель", Of.Numerator) + Line("Знаменатель", Of.Denominator) + Line("N", Of.N) +
            Line("Источник", Of.SourceHref is null ? Text(Of.Source) : $"<a href=\"{html.Encode(Of.SourceHref)}\">{Text(Of.Source)}</a>") +
            (Of.Edition is null ? "" : Line("Правило", Text(Of.Edition))) +
            $"</dl><a href=\"/methods/{Of.Method}\">{Text("Как считается")}</a>{(Of.LineageHref is null ? "" : $" · <a href=\"{html.Encode(Of.LineageHref)}\">{Text("Происхождение")}</a>")}</div>");
    }

    /// <summary>What the buttons open: it holds paragraphs and lists, so it cannot stand inside the sentence; the shell puts it at the end of main.</summary>
    public static HtmlString Popovers(HttpContext http) => new(Waiting(http).ToString());

    private static StringBuilder Waiting(HttpContext http)
    {
        if (http.Items["figure-popovers"] is not StringBuilder waiting) http.Items["figure-popovers"] = waiting = new();
        return waiting;
    }

    private string Show(double value, int digits) => Of.Unit switch
    {
        FigureUnit.Percent => Numbers.Percent(value, digits),
        FigureUnit.Count => Numbers.Whole((long)value),
        FigureUnit.Change => Texts.Say("{0}\u00a0п.\u00a0п.", Numbers.Signed(value, digits)),
        _ => Numbers.Decimal(value, digits),
    };

    private string Line(string name, long? value) => value is { } number ? Line(name, Numbers.Whole(number)) : "";

    private string Line(string name, string content) => $"<dt>{Text(name)}</dt><dd>{content}</dd>";

    private string Text(string key) => html.Encode(Texts.Say(key));

    private int Next()
    {
        var items = http.HttpContext!.Items;
        var next = items["figures"] is int last ? last + 1 : 1;
        items["figures"] = next;
        return next;
    }
}
