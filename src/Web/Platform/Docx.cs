namespace Stupeni.Platform;

public static class Docx
{
    public const string MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
