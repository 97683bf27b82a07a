using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Stupeni.Platform.Ui;

/// <summary>
/// <c>&lt;field for="Form.ActNumber" label="Номер акта" hint="Например, 01-12/345" /&gt;</c>: label above, hint, message above the control, what was typed.
/// A child element is the control itself: a select or a set of radios, given the field's id by its own author.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTag(HtmlEncoder html, Assets assets) : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";

    /// <summary>How wide an answer is expected: st-w-8, st-w-14.</summary>
    public string Width { get; set; } = "";
    public int MaxLength { get; set; } = 300;
    public int Lines { get; set; } = 1;
    public bool Optional { get; set; }
    public string? Autocomplete { get; set; }

    /// <summary>Choices make it a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (name, id) = (For.Name, For.Name.Replace('.', '_'));
        View.ViewData.ModelState.TryGetValue(name, out var entry);
        var errors = FieldErrorTag.Of(View, name);
        var describedBy = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", errors.Count == 0 ? null : $"{id}-error" }.OfType<string>());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", errors.Count == 0 ? "st-field" : "st-field st-field-err");
        output.Content.AppendHtml($"<label class=\"form-label\" for=\"{id}\">{html.Encode(Texts.Say(Label))}{(Optional ? $" <span class=\"st-3\">{html.Encode(Texts.Say("необязательно"))}</span>" : "")}</label>");
        if (Hint is not null) output.Content.AppendHtml($"<span class=\"form-hint\" id=\"{id}-hint\">{html.Encode(Texts.Say(Hint))}</span>");
        if (errors.Count > 0) output.Content.AppendHtml(FieldErrorTag.Paragraph(id, errors, html, assets));

        var child = await output.GetChildContentAsync();
        output.Content.AppendHtml(child.IsEmptyOrWhiteSpace ? Control(name, id, Value(entry), describedBy, errors.Count > 0) : child);
    }

    private string Value(Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateEntry? entry) => entry?.AttemptedValue ?? For.Model switch
    {
        null => "",
        DateOnly day => Type == "date" ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Numbers.Day(day),
        IFormattable number => number.ToString(null, CultureInfo.GetCultureInfo("ru-RU")),
        var other => other.ToString() ?? "",
    };

    private HtmlString Control(string name, string id, string value, string describedBy, bool invalid)
    {
        var common = $"id=\"{id}\" name=\"{name}\"{(describedBy is "" ? "" : $" aria-describedby=\"{describedBy}\"")}{(invalid ? " aria-invalid=\"true\"" : "")}{(Autocomplete is null ? "" : $" autocomplete=\"{Autocomplete}\"")}";
        if (Items is not null)
        {
            var options = string.Concat(Items.Select(i => $"<option value=\"{html.Encode(i.Value ?? i.Text)}\"{((i.Value ?? i.Text) == value || (i.Selected && value is "") ? " selected" : "")}>{html.Encode(i.Text)}</option>"));
            return new($"<select class=\"form-select {Width}\" {common}>{options}</select>");
        }

        return new(Lines > 1
            ? $"<textarea class=\"form-control {Width}\" {common} rows=\"{Lines}\" maxlength=\"{MaxLength}\">{html.Encode(value)}</textarea>"
            : $"<input class=\"form-control {Width}\" {common} type=\"{Type}\" maxlength=\"{MaxLength}\" value=\"{(Type == "password" ? "" : html.Encode(value))}\">");
    }
}
