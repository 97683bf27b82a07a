using Microsoft.EntityFrameworkCore;

namespace Stupeni;

/// <summary>What the migrations build is what the model says, on whichever engine the tests run.</summary>
public sealed class SchemaTests(App app) : IClassFixture<App>
{
    private const string Sqlite = """
        select t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk as "Value" from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like '\_\_EF%' escape '\' and lower(t.name) not like 'qrtz\_%' escape '\'
        union all select t.name || '.' || f."from" || ' -> ' || f."table" || ' ' || f.on_delete from sqlite_master t, pragma_foreign_key_list(t.name) f where t.type = 'table' and lower(t.name) not like 'qrtz\_%' escape '\'
        union all select sql from sqlite_master where type = 'index' and sql is not null and lower(tbl_name) not like 'qrtz\_%' escape '\' order by 1
        """;

    private const string Postgres = """
        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(' ' || character_maximum_length, '') || coalesce(' ' || collation_name, '') as "Value" from information_schema.columns where table_schema = 'public' and table_name not like '\_\_EF%' and table_name not ilike 'qrtz\_%'
        union all select indexdef from pg_indexes where schemaname = 'public' and tablename not like '\_\_EF%' and tablename not ilike 'qrtz\_%'
        union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text not like '%\_\_EF%' and conrelid::regclass::text not ilike 'qrtz\_%' order by 1
        """;

    [Fact]
    public async Task The_migrations_build_the_model()
    {
        var migrated = await app.Ask(Schema);
        var modelled = await app.Ask(async db =>
        {
            // A database of its own: nothing of the running program has it open.
            db.Database.SetConnectionString(app.Connection.Replace(".db", "-model.db").Replace("Database=t", "Database=m"));
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
            var schema = await Schema(db);
            await db.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);
            return schema;
        });

        Assert.NotEmpty(migrated);
        Assert.Equal(modelled, migrated);
    }

    private static Task<List<string>> Schema(Db db) =>
        db.Database.SqlQueryRaw<string>(db.Database.IsSqlite() ? Sqlite : Postgres).ToListAsync(TestContext.Current.CancellationToken);
}
