using Stupeni.Platform;

namespace Stupeni.Assessments.Reference;

public static class OriginWords
{
    public static string Word(this RuleOrigin origin) => Texts.Say(origin switch
    {
        RuleOrigin.Federal => "федеральное",
        RuleOrigin.Regional => "региональное",
        _ => "своё",
    });

    /// <summary>How surely a shipped value is known.</summary>
    public static string Sureness(this string confidence) => Texts.Say(confidence switch
    {
        "A" => "найдено в источнике",
        "B" => "найдено частично",
        _ => "источник не проверен",
    });

    public static string Word(this ScoreKind score) => Texts.Say(score switch
    {
        ScoreKind.Test => "Тестовый балл",
        ScoreKind.Primary => "Первичный балл",
        _ => "Отметка",
    });
}
