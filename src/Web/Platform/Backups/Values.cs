using System.Data.Common;

namespace Stupeni.Platform.Backups;

/// <summary>How values of one type are read from a database and kept in a copy: the same bytes from both engines.</summary>
public sealed record Values(string Kind, Type Type, Func<DbDataReader, int, object> Get, Action<BinaryWriter, object> Write, Func<BinaryReader, object> Read)
{
    private static readonly Values[] All =
    [
        Of("text", (row, i) => row.GetString(i), (to, v) => to.Write(v), from => from.ReadString()),
        Of("id", (row, i) => row.GetGuid(i), (to, v) => to.Write(v.ToByteArray(bigEndian: true)), from => new Guid(from.ReadBytes(16), bigEndian: true)),
        Of("int", (row, i) => row.GetInt32(i), (to, v) => to.Write(v), from => from.ReadInt32()),
        Of("long", (row, i) => row.GetInt64(i), (to, v) => to.Write(v), from => from.ReadInt64()),
        Of("double", (row, i) => row.GetDouble(i), (to, v) => to.Write(v), from => from.ReadDouble()),
        Of("bool", (row, i) => row.GetBoolean(i), (to, v) => to.Write(v), from => from.ReadBoolean()),
        Of("moment", (row, i) => row.GetDateTime(i), (to, v) => to.Write(v.Ticks), from => new DateTime(from.ReadInt64(), DateTimeKind.Utc)),
        Of("instant", (row, i) => row.GetFieldValue<DateTimeOffset>(i), (to, v) => to.Write(v.UtcTicks), from => new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero)),
        Of("day", (row, i) => row.GetFieldValue<DateOnly>(i), (to, v) => to.Write(v.DayNumber), from => DateOnly.FromDayNumber(from.ReadInt32())),
        Of("bytes", (row, i) => row.GetFieldValue<byte[]>(i), Bytes, from => from.ReadBytes(from.ReadInt32())),
    ];

    public static Values Of(Type type) => All.Single(v => v.Type == type);

    public static Values Of(string kind) => Array.Find(All, v => v.Kind == kind) ?? throw new InvalidDataException(kind);

    private static Values Of<T>(string kind, Func<DbDataReader, int, T> get, Action<BinaryWriter, T> write, Func<BinaryReader, T> read) where T : notnull =>
        new(kind, typeof(T), (row, i) => get(row, i), (to, v) => write(to, (T)v), from => read(from));

    private static void Bytes(BinaryWriter to, byte[] value)
    {
        to.Write(value.Length);
        to.Write(value);
    }
}
