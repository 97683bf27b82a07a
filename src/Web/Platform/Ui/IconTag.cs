using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Stupeni.Platform.Ui;

/// <summary><c>&lt;icon name="school" /&gt;</c>: one symbol of the sprite; decoration, so hidden from readers unless it has a label.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag(Assets assets) : TagHelper
{
    public required string Name { get; set; }
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"st-i {output.Attributes["class"]?.Value}".Trim());
        if (Label is null) output.Attributes.SetAttribute("aria-hidden", "true");
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        output.Content.SetHtmlContent($"<use href=\"{assets["icons.svg"]}#i-{Name}\"/>");
    }
}
