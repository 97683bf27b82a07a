using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>Sentences with arguments: said in the reader's language, kept as JSON between.</summary>
public static class Messages
{
    /// <summary>The JSON of what is kept of a check: Russian stays readable, messages keep the kinds of their arguments.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new Argument() },
    };

    public static string Say(this Message message) => Texts.Say(message.Text, [.. message.Args.Select(a => a is Message inner ? inner.Say() : a)]);

    public static Message Of(RuleBroken refusal) => new(refusal.Key, [.. refusal.Args]);

    public static string Kept(this Message message) => JsonSerializer.Serialize(message.Args, Json);

    public static Message Of(string text, string args) => new(text, JsonSerializer.Deserialize<object?[]>(args, Json)!);

    /// <summary>Arguments come back as what they were: texts, numbers, sentences.</summary>
    private sealed class Argument : JsonConverter<object>
    {
        public override bool CanConvert(Type type) => type == typeof(object);

        public override object? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
            JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : reader.GetDecimal(),
            _ => JsonSerializer.Deserialize<Message>(ref reader, options),
        };

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            if (value is string or bool or int or long or decimal or double or float or Message or null) JsonSerializer.Serialize(writer, value, value?.GetType() ?? typeof(string), options);
            else writer.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.GetCultureInfo("ru-RU")));
        }
    }
}
