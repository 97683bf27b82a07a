using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Stupeni.Platform;

/// <summary>Names one row of <typeparamref name="T"/>: the compiler refuses an organisation's id where a procedure's belongs.</summary>
[JsonConverter(typeof(IdJson)), TypeConverter(typeof(IdText))]
public readonly record struct Id<T>(Guid Value)
{
    public static Id<T> New() => new(Guid.CreateVersion7());

    public static bool TryParse(string? text, out Id<T> id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();

    /// <summary>The order in which rows were made: lists are paged by it.</summary>
    public static bool operator <(Id<T> a, Id<T> b) => a.Value < b.Value;

    public static bool operator >(Id<T> a, Id<T> b) => a.Value > b.Value;

    public static bool operator <=(Id<T> a, Id<T> b) => a.Value <= b.Value;

    public static bool operator >=(Id<T> a, Id<T> b) => a.Value >= b.Value;

    public sealed class Column() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

    private sealed class Json : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, Id<T> id, JsonSerializerOptions options) => writer.WriteStringValue(id.Value);
    }

    internal static JsonConverter ToJson() => new Json();
}

internal sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)type.GetMethod(nameof(Id<>.ToJson), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.Invoke(null, null)!;
}

/// <summary>Identity and the model binder turn keys to text and back through the type's converter.</summary>
internal sealed class IdText(Type type) : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type source) => source == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Guid.TryParse((string)value, out var guid) ? Activator.CreateInstance(type, guid) : throw new FormatException($"Not an id: {value}");
}
