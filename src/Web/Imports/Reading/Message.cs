using System.Globalization;

namespace Stupeni.Imports.Reading;

/// <summary>A sentence for a person: the Russian format, which is also the key of its translations, and what is put into it.</summary>
public sealed record Message(string Text, params object?[] Args)
{
    public override string ToString() => string.Format(CultureInfo.GetCultureInfo("ru-RU"), Text, Args);
}
