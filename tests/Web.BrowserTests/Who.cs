namespace Stupeni.Browsing;

/// <summary>The people of the invented region, by their position on the sign-in page.</summary>
public static class Who
{
    public const string Coordinator = "Региональный координатор", Administrator = "Администратор", Head = "Руководитель организации", Stranger = "незнакомец";
}
