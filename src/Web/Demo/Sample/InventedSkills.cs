namespace Stupeni.Demo.Sample;

/// <summary>What an invented task checks: its section, skill and planned outcome, in turn through the paper.</summary>
internal sealed record InventedSkill(string Section, string Skill, string Outcome)
{
    private static readonly InventedSkill[] Mathematics =
    [
        new("Числа и вычисления", "Вычисления", "Выполнять действия с числами, оценивать и проверять результат"),
        new("Алгебра", "Уравнения", "Решать уравнения и находить неизвестный компонент"),
        new("Текстовые задачи", "Текстовые задачи", "Строить модель по условию задачи и решать её"),
        new("Геометрия", "Геометрические фигуры", "Изображать фигуры и находить их величины"),
        new("Работа с данными", "Таблицы и диаграммы", "Читать таблицы и диаграммы, делать по ним выводы"),
    ];

    private static readonly InventedSkill[] Russian =
    [
        new("Орфография", "Правописание", "Соблюдать нормы правописания в своём тексте"),
        new("Пунктуация", "Знаки препинания", "Расставлять знаки препинания и объяснять выбор"),
        new("Морфология", "Части речи", "Распознавать части речи и их признаки"),
        new("Текст", "Понимание текста", "Находить главную мысль и нужные сведения в тексте"),
        new("Лексика", "Значение слова", "Объяснять значение слова по контексту"),
    ];

    public static InventedSkill Of(InventedPaper paper, int task)
    {
        var skills = paper.Code == "MA" ? Mathematics : Russian;
        return skills[task % skills.Length];
    }
}
