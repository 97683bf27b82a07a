namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Where a part of a workbook points to.</summary>
internal readonly record struct Relationship(string Type, string Target);

internal static class Relationships
{
    /// <summary>The relationships of a part by their id, with targets as paths in the archive; those that lead outside are left out.</summary>
    internal static Dictionary<string, Relationship> Of(Archive archive, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        return archive.Read($"{folder}_rels/{part[slash..]}.rels", [], xml =>
        {
            var all = new Dictionary<string, Relationship>();
            while (xml.NextElement(-1))
            {
                string? id = null, type = null, target = null;
                var outside = false;
                while (xml.NextAttribute())
                    switch (xml.Name)
                    {
                        case "Id": id = xml.Value; break;
                        case "Type": type = xml.Value; break;
                        case "Target": target = xml.Value; break;
                        case "TargetMode": outside = xml.Value == "External"; break;
                    }
                if (id is not null && type is not null && target is not null && !outside) all.TryAdd(id, new(type, Resolved(folder, target)));
            }
            return all;
        });
    }

    /// <summary>The kind of a relationship: the last word of its type, which strict and transitional files share.</summary>
    internal static string Kind(this Relationship relationship) => relationship.Type[(relationship.Type.LastIndexOf('/') + 1)..];

    private static string Resolved(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..") { if (steps.Count > 0) steps.RemoveAt(steps.Count - 1); }
            else if (step != ".") steps.Add(step);
        }
        return Uri.UnescapeDataString(string.Join('/', steps));
    }
}
