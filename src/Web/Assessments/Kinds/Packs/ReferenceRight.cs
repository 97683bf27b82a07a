using Stupeni.Accounts;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Packs;

internal static class ReferenceRight
{
    /// <summary>Reference data are the region's: they are brought by those who keep them for all of it.</summary>
    public static void Ask(Viewer viewer, FindingList findings)
    {
        if (!viewer.MayEverywhere(Permission.EditReference)) findings.Error(new(""), new("Такие файлы загружает тот, кто ведёт справочники области."), new("Передайте файл региональному координатору."));
    }
}
