namespace Stupeni.Platform;

public static class Xlsx
{
    public const string MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
