using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Stupeni.Platform.Ui;

/// <summary><c>&lt;field-error for="Form.Kind" /&gt;</c>: what was wrong with a set of radios or boxes, under its legend; nothing where nothing was.</summary>
[HtmlTargetElement("field-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTag(HtmlEncoder html, Assets assets) : TagHelper
{
    public required ModelExpression For { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public static List<string> Of(ViewContext view, string name) => view.ViewData.ModelState.TryGetValue(name, out var entry)
        ? [.. entry.Errors.Select(e => Texts.Say(e.ErrorMessage is "" ? "Значение не подходит." : e.ErrorMessage))] : [];

    public static HtmlString Paragraph(string id, List<string> errors, HtmlEncoder html, Assets assets) =>
        new($"<p class=\"st-err\" id=\"{id}-error\"><svg class=\"st-i\" aria-hidden=\"true\"><use href=\"{assets["icons.svg"]}#i-alert-circle\"/></svg>{html.Encode(string.Join(' ', errors))}</p>");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Of(View, For.Name) is { Count: > 0 } errors) output.Content.SetHtmlContent(Paragraph(For.Name.Replace('.', '_'), errors, html, assets));
    }
}
