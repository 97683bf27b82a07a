using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Stupeni.Platform;

namespace Stupeni.Migrations;

[DbContext(typeof(Db)), Migration("0001_Start")]
public sealed partial class Start : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        m.CreateRussianOrder();
        Accounts(m);
        Organisations(m);
        Imports(m);
        Assessments(m);
        Identification(m);
    }

    private static void Accounts(MigrationBuilder m)
    {
        m.CreateTable("People", t => new
        {
            Id = t.Column<Guid>(), Name = t.Column<string>(maxLength: 200), Position = t.Column<string>(maxLength: 200), CreatedAt = t.Column<DateTime>(), IsDemo = t.Column<bool>(), BlockedAt = t.Column<DateTime>(nullable: true),
            UserName = t.Column<string>(maxLength: 256, nullable: true), NormalizedUserName = t.Column<string>(maxLength: 256, nullable: true), Email = t.Column<string>(maxLength: 256, nullable: true), NormalizedEmail = t.Column<string>(maxLength: 256, nullable: true), EmailConfirmed = t.Column<bool>(),
            PasswordHash = t.Column<string>(maxLength: 400, nullable: true), SecurityStamp = t.Column<string>(maxLength: 100, nullable: true), ConcurrencyStamp = t.Column<string>(maxLength: 100, nullable: true), PhoneNumber = t.Column<string>(maxLength: 40, nullable: true), PhoneNumberConfirmed = t.Column<bool>(),
            TwoFactorEnabled = t.Column<bool>(), LockoutEnd = t.Column<DateTimeOffset>(nullable: true), LockoutEnabled = t.Column<bool>(), AccessFailedCount = t.Column<int>(),
        }, constraints: t => t.PrimaryKey("PK_People", x => x.Id));
        m.CreateIndex("EmailIndex", "People", "NormalizedEmail");
        m.CreateIndex("UserNameIndex", "People", "NormalizedUserName", unique: true);

        m.CreateTable("PersonClaims", t => new
        {
            Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            UserId = t.Column<Guid>(), ClaimType = t.Column<string>(nullable: true), ClaimValue = t.Column<string>(nullable: true),
        }, constraints: t => { t.PrimaryKey("PK_PersonClaims", x => x.Id); t.ForeignKey("FK_PersonClaims_People_UserId", x => x.UserId, "People", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_PersonClaims_UserId", "PersonClaims", "UserId");

        m.CreateTable("PersonLogins", t => new { LoginProvider = t.Column<string>(maxLength: 128), ProviderKey = t.Column<string>(maxLength: 128), ProviderDisplayName = t.Column<string>(nullable: true), UserId = t.Column<Guid>() },
            constraints: t => { t.PrimaryKey("PK_PersonLogins", x => new { x.LoginProvider, x.ProviderKey }); t.ForeignKey("FK_PersonLogins_People_UserId", x => x.UserId, "People", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_PersonLogins_UserId", "PersonLogins", "UserId");

        m.CreateTable("PersonTokens", t => new { UserId = t.Column<Guid>(), LoginProvider = t.Column<string>(maxLength: 128), Name = t.Column<string>(maxLength: 128), Value = t.Column<string>(nullable: true) },
            constraints: t => { t.PrimaryKey("PK_PersonTokens", x => new { x.UserId, x.LoginProvider, x.Name }); t.ForeignKey("FK_PersonTokens_People_UserId", x => x.UserId, "People", "Id", onDelete: Cascade); });

        m.CreateTable("Roles", t => new { Code = t.Column<string>(maxLength: 60), Name = t.Column<string>(maxLength: 200), Scope = t.Column<string>(maxLength: 20), Position = t.Column<int>(), Source = t.Column<string>(maxLength: 400) },
            constraints: t => t.PrimaryKey("PK_Roles", x => x.Code));

        m.CreateTable("RolePermissions", t => new { Role = t.Column<string>(maxLength: 60), Permission = t.Column<string>(maxLength: 40) },
            constraints: t => { t.PrimaryKey("PK_RolePermissions", x => new { x.Role, x.Permission }); t.ForeignKey("FK_RolePermissions_Roles_Role", x => x.Role, "Roles", "Code", onDelete: Cascade); });

        m.CreateTable("Grants", t => new { Id = t.Column<Guid>(), Person = t.Column<Guid>(), Role = t.Column<string>(maxLength: 60), ScopeKind = t.Column<string>(maxLength: 20), Scope = t.Column<Guid>(nullable: true), GivenAt = t.Column<DateTime>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_Grants", x => x.Id);
                t.ForeignKey("FK_Grants_People_Person", x => x.Person, "People", "Id", onDelete: Cascade);
                t.ForeignKey("FK_Grants_Roles_Role", x => x.Role, "Roles", "Code", onDelete: Restrict);
            });
        m.CreateIndex("IX_Grants_Person_Role_ScopeKind_Scope", "Grants", ["Person", "Role", "ScopeKind", "Scope"], unique: true);
        m.CreateIndex("IX_Grants_Role", "Grants", "Role");

        m.CreateTable("SavedViews", t => new { Id = t.Column<Guid>(), Person = t.Column<Guid>(), List = t.Column<string>(maxLength: 60), Name = t.Column<string>(maxLength: 100), Query = t.Column<string>(maxLength: 1000), SavedAt = t.Column<DateTime>() },
            constraints: t => { t.PrimaryKey("PK_SavedViews", x => x.Id); t.ForeignKey("FK_SavedViews_People_Person", x => x.Person, "People", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_SavedViews_Person_List_Name", "SavedViews", ["Person", "List", "Name"], unique: true);

        m.CreateTable("Changes", t => new
        {
            Id = t.Column<Guid>(), At = t.Column<DateTime>(), Person = t.Column<Guid>(nullable: true), PersonName = t.Column<string>(maxLength: 200), Kind = t.Column<string>(maxLength: 20), Subject = t.Column<string>(maxLength: 60), SubjectId = t.Column<Guid>(nullable: true),
            Label = t.Column<string>(maxLength: 1000), Organisation = t.Column<Guid>(nullable: true), Field = t.Column<string>(maxLength: 60), Old = t.Column<string>(maxLength: 1000, nullable: true), New = t.Column<string>(maxLength: 1000, nullable: true), Why = t.Column<string>(maxLength: 1000, nullable: true),
        }, constraints: t => t.PrimaryKey("PK_Changes", x => x.Id));
        m.CreateIndex("IX_Changes_Organisation_Id", "Changes", ["Organisation", "Id"]);
        m.CreateIndex("IX_Changes_SubjectId_Id", "Changes", ["SubjectId", "Id"]);

        m.CreateTable("Jobs", t => new
        {
            Id = t.Column<Guid>(), Work = t.Column<string>(maxLength: 60), Input = t.Column<string>(maxLength: 2000), Title = t.Column<string>(maxLength: 300), TitleArg = t.Column<string>(maxLength: 300), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200),
            QueuedAt = t.Column<DateTime>(), StartedAt = t.Column<DateTime>(nullable: true), EndedAt = t.Column<DateTime>(nullable: true), State = t.Column<string>(maxLength: 20), Done = t.Column<int>(), Total = t.Column<int>(),
            Doing = t.Column<string>(maxLength: 300), DoingArg = t.Column<string>(maxLength: 300), CancelAsked = t.Column<bool>(), Starts = t.Column<int>(), ResultUrl = t.Column<string>(maxLength: 300), TraceId = t.Column<string>(maxLength: 60),
        }, constraints: t => t.PrimaryKey("PK_Jobs", x => x.Id));
        m.CreateTable("ProtectionKeys", t => new { Name = t.Column<string>(maxLength: 200), Xml = t.Column<string>() }, constraints: t => t.PrimaryKey("PK_ProtectionKeys", x => x.Name));
        m.CreateIndex("IX_Jobs_By_Id", "Jobs", ["By", "Id"]);
        m.CreateIndex("IX_Jobs_State_Id", "Jobs", ["State", "Id"]);
    }

    private static void Organisations(MigrationBuilder m)
    {
        m.CreateTable("Regions", t => new { Id = t.Column<Guid>(), Code = t.Column<string>(maxLength: 2), Name = t.Column<string>(maxLength: 200), TimeZone = t.Column<string>(maxLength: 60) }, constraints: t => t.PrimaryKey("PK_Regions", x => x.Id));

        m.CreateTable("Municipalities", t => new { Id = t.Column<Guid>(), Code = t.Column<string>(maxLength: 20), Name = t.Column<string>(maxLength: 200, collation: Database.Russian), SearchName = t.Column<string>(maxLength: 200), Token = t.Column<int>() },
            constraints: t => t.PrimaryKey("PK_Municipalities", x => x.Id));
        m.CreateIndex("IX_Municipalities_Code", "Municipalities", "Code", unique: true);

        m.CreateTable("Organisations", t => new
        {
            Id = t.Column<Guid>(), Code = t.Column<string>(maxLength: 20), Name = t.Column<string>(maxLength: 300, collation: Database.Russian), SearchName = t.Column<string>(maxLength: 400), Type = t.Column<string>(maxLength: 30), Municipality = t.Column<Guid>(),
            Locality = t.Column<string>(maxLength: 10), Settlement = t.Column<string>(maxLength: 200), Pupils = t.Column<int>(nullable: true), Login = t.Column<string>(maxLength: 30, nullable: true), Inn = t.Column<string>(maxLength: 12, nullable: true), Kpp = t.Column<string>(maxLength: 9, nullable: true),
            Ogrn = t.Column<string>(maxLength: 15, nullable: true), Okpo = t.Column<string>(maxLength: 8, nullable: true), Oktmo = t.Column<string>(maxLength: 11, nullable: true), State = t.Column<string>(maxLength: 10), MergedInto = t.Column<Guid>(nullable: true), EndedOn = t.Column<DateOnly>(nullable: true), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Organisations", x => x.Id);
            t.ForeignKey("FK_Organisations_Municipalities_Municipality", x => x.Municipality, "Municipalities", "Id", onDelete: Restrict);
            t.ForeignKey("FK_Organisations_Organisations_MergedInto", x => x.MergedInto, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_Organisations_Code", "Organisations", "Code", unique: true);
        m.CreateIndex("IX_Organisations_Login", "Organisations", "Login", unique: true);
        m.CreateIndex("IX_Organisations_MergedInto", "Organisations", "MergedInto");
        m.CreateIndex("IX_Organisations_Municipality", "Organisations", "Municipality");
        m.CreateIndex("IX_Organisations_Name_Id", "Organisations", ["Name", "Id"]);

        m.CreateTable("Watches", t => new { Person = t.Column<Guid>(), Organisation = t.Column<Guid>(), Since = t.Column<DateTime>() }, constraints: t =>
        {
            t.PrimaryKey("PK_Watches", x => new { x.Person, x.Organisation });
            t.ForeignKey("FK_Watches_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Cascade);
            t.ForeignKey("FK_Watches_People_Person", x => x.Person, "People", "Id", onDelete: Cascade);
        });
        m.CreateIndex("IX_Watches_Organisation", "Watches", "Organisation");
    }

    private static void Imports(MigrationBuilder m)
    {
        m.CreateTable("Imports", t => new
        {
            Id = t.Column<Guid>(), Number = t.Column<int>(), CreatedAt = t.Column<DateTime>(), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200), State = t.Column<string>(maxLength: 20),
            AppliedAt = t.Column<DateTime>(nullable: true), UndoneAt = t.Column<DateTime>(nullable: true), CreatesOrganisations = t.Column<bool>(), Token = t.Column<int>(),
        }, constraints: t => { t.PrimaryKey("PK_Imports", x => x.Id); t.ForeignKey("FK_Imports_People_By", x => x.By, "People", "Id", onDelete: Restrict); });
        m.CreateIndex("IX_Imports_By", "Imports", "By");
        m.CreateIndex("IX_Imports_Number", "Imports", "Number", unique: true);

        m.CreateTable("ImportFiles", t => new
        {
            Id = t.Column<Guid>(), Import = t.Column<Guid>(), Position = t.Column<int>(), Name = t.Column<string>(maxLength: 260), Sha256 = t.Column<string>(maxLength: 64), Kind = t.Column<string>(maxLength: 40), Title = t.Column<string>(maxLength: 300), State = t.Column<string>(maxLength: 20),
            Sheets = t.Column<int>(), Rows = t.Column<int>(), Errors = t.Column<int>(), Warnings = t.Column<int>(), WarningsAccepted = t.Column<bool>(), DroppedValues = t.Column<int>(), Mapping = t.Column<string>(nullable: true),
        }, constraints: t => { t.PrimaryKey("PK_ImportFiles", x => x.Id); t.ForeignKey("FK_ImportFiles_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_ImportFiles_Import_Position", "ImportFiles", ["Import", "Position"], unique: true);
        m.CreateIndex("IX_ImportFiles_Sha256", "ImportFiles", "Sha256");

        m.CreateTable("ImportContents", t => new { File = t.Column<Guid>(), Grid = t.Column<byte[]>(), View = t.Column<string>(nullable: true) },
            constraints: t => { t.PrimaryKey("PK_ImportContents", x => x.File); t.ForeignKey("FK_ImportContents_ImportFiles_File", x => x.File, "ImportFiles", "Id", onDelete: Cascade); });

        m.CreateTable("ImportFindings", t => new
        {
            Id = t.Column<Guid>(), File = t.Column<Guid>(), Kind = t.Column<string>(maxLength: 10), Position = t.Column<int>(), Sheet = t.Column<string>(maxLength: 100), Row = t.Column<int>(nullable: true), Column = t.Column<string>(maxLength: 300), Letter = t.Column<string>(maxLength: 5), Value = t.Column<string>(maxLength: 300),
            Message = t.Column<string>(maxLength: 500), MessageArgs = t.Column<string>(maxLength: 2000), Mend = t.Column<string>(maxLength: 500), MendArgs = t.Column<string>(maxLength: 2000), Accepted = t.Column<bool>(),
        }, constraints: t => { t.PrimaryKey("PK_ImportFindings", x => x.Id); t.ForeignKey("FK_ImportFindings_ImportFiles_File", x => x.File, "ImportFiles", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_ImportFindings_File_Position", "ImportFindings", ["File", "Position"], unique: true);

        m.CreateTable("ImportEffects", t => new { Id = t.Column<Guid>(), Import = t.Column<Guid>(), Subject = t.Column<string>(maxLength: 60), SubjectId = t.Column<Guid>(), Before = t.Column<string>(nullable: true), After = t.Column<string>() },
            constraints: t => { t.PrimaryKey("PK_ImportEffects", x => x.Id); t.ForeignKey("FK_ImportEffects_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_ImportEffects_Import", "ImportEffects", "Import");
        m.CreateIndex("IX_ImportEffects_SubjectId", "ImportEffects", "SubjectId");

        m.CreateTable("ImportMappings", t => new { Id = t.Column<Guid>(), Name = t.Column<string>(maxLength: 100), Kind = t.Column<string>(maxLength: 40), Fingerprint = t.Column<string>(maxLength: 64), Columns = t.Column<string>(), SavedAt = t.Column<DateTime>(), SavedBy = t.Column<string>(maxLength: 200) },
            constraints: t => t.PrimaryKey("PK_ImportMappings", x => x.Id));
        m.CreateIndex("IX_ImportMappings_Kind_Fingerprint", "ImportMappings", ["Kind", "Fingerprint"]);
        m.CreateIndex("IX_ImportMappings_Name", "ImportMappings", "Name", unique: true);
    }

    private static void Identification(MigrationBuilder m)
    {
        m.CreateTable("IdentificationRules", t => new
        {
            Id = t.Column<Guid>(), Code = t.Column<string>(maxLength: 40), Edition = t.Column<string>(maxLength: 40), Name = t.Column<string>(maxLength: 200), Wording = t.Column<string>(maxLength: 2000), SharePercent = t.Column<int>(), MinParticipants = t.Column<int>(), MinProcedures = t.Column<int>(), RiskPercent = t.Column<int>(),
            Kinds = t.Column<string>(maxLength: 100), Subjects = t.Column<string>(maxLength: 300), Grades = t.Column<string>(maxLength: 60), EffectiveFrom = t.Column<DateOnly>(), EffectiveTo = t.Column<DateOnly>(nullable: true), Source = t.Column<string>(maxLength: 500), Confidence = t.Column<string>(maxLength: 10), Origin = t.Column<string>(maxLength: 10),
        }, constraints: t => t.PrimaryKey("PK_IdentificationRules", x => x.Id));
        m.CreateIndex("IX_IdentificationRules_Code_Edition", "IdentificationRules", ["Code", "Edition"], unique: true);

        m.CreateTable("IdentificationRuns", t => new
        {
            Id = t.Column<Guid>(), Number = t.Column<int>(), Rule = t.Column<Guid>(), RuleCode = t.Column<string>(maxLength: 40), RuleEdition = t.Column<string>(maxLength: 40), Reading = t.Column<string>(maxLength: 10), Year = t.Column<int>(), MinParticipants = t.Column<int>(), At = t.Column<DateTime>(), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200),
            InputSha256 = t.Column<string>(maxLength: 64), Listed = t.Column<int>(), AtRisk = t.Column<int>(), NotListed = t.Column<int>(), Insufficient = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_IdentificationRuns", x => x.Id);
            t.ForeignKey("FK_IdentificationRuns_IdentificationRules_Rule", x => x.Rule, "IdentificationRules", "Id", onDelete: Restrict);
            t.ForeignKey("FK_IdentificationRuns_People_By", x => x.By, "People", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_IdentificationRuns_By", "IdentificationRuns", "By");
        m.CreateIndex("IX_IdentificationRuns_Number", "IdentificationRuns", "Number", unique: true);
        m.CreateIndex("IX_IdentificationRuns_Rule", "IdentificationRuns", "Rule");

        m.CreateTable("RunInputs", t => new { Run = t.Column<Guid>(), Organisation = t.Column<Guid>(), Procedure = t.Column<Guid>(), Year = t.Column<int>(), Participants = t.Column<int>(), BelowThreshold = t.Column<int>(), Low = t.Column<bool>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_RunInputs", x => new { x.Run, x.Organisation, x.Procedure });
                t.ForeignKey("FK_RunInputs_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Cascade);
                t.ForeignKey("FK_RunInputs_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
                t.ForeignKey("FK_RunInputs_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
            });
        m.CreateIndex("IX_RunInputs_Organisation", "RunInputs", "Organisation");
        m.CreateIndex("IX_RunInputs_Procedure", "RunInputs", "Procedure");

        m.CreateTable("RunSchools", t => new
        {
            Run = t.Column<Guid>(), Organisation = t.Column<Guid>(), State = t.Column<string>(maxLength: 20), Deciding = t.Column<Guid>(nullable: true), Participants = t.Column<int>(), BelowThreshold = t.Column<int>(), Lower = t.Column<double>(nullable: true), Upper = t.Column<double>(nullable: true),
            PooledParticipants = t.Column<int>(), PooledBelow = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_RunSchools", x => new { x.Run, x.Organisation });
            t.ForeignKey("FK_RunSchools_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Cascade);
            t.ForeignKey("FK_RunSchools_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_RunSchools_Procedures_Deciding", x => x.Deciding, "Procedures", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_RunSchools_Deciding", "RunSchools", "Deciding");
        m.CreateIndex("IX_RunSchools_Organisation", "RunSchools", "Organisation");

        m.CreateTable("ListDecisions", t => new
        {
            Id = t.Column<Guid>(), Run = t.Column<Guid>(), Organisation = t.Column<Guid>(), Kind = t.Column<string>(maxLength: 10), Reason = t.Column<string>(maxLength: 1000), ActNumber = t.Column<string>(maxLength: 60), ActDate = t.Column<DateOnly>(), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200), At = t.Column<DateTime>(), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ListDecisions", x => x.Id);
            t.ForeignKey("FK_ListDecisions_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ListDecisions_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ListDecisions_People_By", x => x.By, "People", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ListDecisions_By", "ListDecisions", "By");
        m.CreateIndex("IX_ListDecisions_Organisation", "ListDecisions", "Organisation");
        m.CreateIndex("IX_ListDecisions_Run_Organisation", "ListDecisions", ["Run", "Organisation"], unique: true);
    }
}
