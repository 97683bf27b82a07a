using Stupeni.Platform;

namespace Stupeni.Identification;

public static class OmittedWords
{
    public static string Word(this Omitted why) => Texts.Say(why switch
    {
        Omitted.TooFewSchools => "школ мало, в оценку не входит",
        Omitted.NoScores => "баллов нет, только доли: в оценку не входит",
        _ => "модель не подошла, в оценку не входит",
    });
}
