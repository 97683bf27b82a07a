using Stupeni.Imports.Reading;

namespace Stupeni.Imports.Register;

/// <summary>What has been seen in the files of the import so far: a code, a login and a name of a municipality stand once.</summary>
internal sealed class SeenRows : IDraftPart
{
    private readonly Dictionary<string, Message> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Message> logins = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> municipalities = [];
    private readonly Fresh<Seen> fresh = new();

    internal IReadOnlyDictionary<string, Message> Codes => codes;
    internal IReadOnlyDictionary<string, Message> Logins => logins;

    internal bool TryCode(string code, Message place) => Kept(codes.TryAdd(code, place), "code", code, place);

    internal bool TryLogin(string login, Message place) => Kept(logins.TryAdd(login, place), "login", login, place);

    internal bool TryMunicipality(string code) => Kept(municipalities.Add(code), "municipality", code, null);

    public string? Told() => DraftPart.Told<Seen, int>(fresh.Taken(), []);

    public void Recall(string kept)
    {
        var seen = DraftPart.Recalled<Seen, int>(kept).One;
        fresh.Recall(seen);
        foreach (var (what, text, place) in seen)
        {
            if (what == "municipality") municipalities.Add(text);
            else (what == "code" ? codes : logins).TryAdd(text, place!);
        }
    }

    private bool Kept(bool isNew, string what, string text, Message? place)
    {
        if (isNew) fresh.Add(new(what, text, place));
        return isNew;
    }

    private sealed record Seen(string What, string Text, Message? Place);
}
