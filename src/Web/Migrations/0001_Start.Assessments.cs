using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

public sealed partial class Start
{
    private static void Assessments(MigrationBuilder m)
    {
        m.CreateTable("Subjects", t => new { Code = t.Column<string>(maxLength: 20), Name = t.Column<string>(maxLength: 100), EnglishName = t.Column<string>(maxLength: 100), Position = t.Column<int>(), OgeCode = t.Column<string>(maxLength: 2, nullable: true), EgeCode = t.Column<string>(maxLength: 2, nullable: true) },
            constraints: t => t.PrimaryKey("PK_Subjects", x => x.Code));

        m.CreateTable("Procedures", t => new
        {
            Id = t.Column<Guid>(), Kind = t.Column<string>(maxLength: 20), Subject = t.Column<string>(maxLength: 20), Grade = t.Column<int>(), MathLevel = t.Column<string>(maxLength: 10), Year = t.Column<int>(), Session = t.Column<string>(maxLength: 100),
            Minimum = t.Column<double>(nullable: true), MinimumSource = t.Column<string>(maxLength: 300), HeldOn = t.Column<DateOnly>(nullable: true), Token = t.Column<int>(),
        }, constraints: t => { t.PrimaryKey("PK_Procedures", x => x.Id); t.ForeignKey("FK_Procedures_Subjects_Subject", x => x.Subject, "Subjects", "Code", onDelete: Restrict); });
        m.CreateIndex("IX_Procedures_Kind_Subject_Grade_MathLevel_Year_Session", "Procedures", ["Kind", "Subject", "Grade", "MathLevel", "Year", "Session"], unique: true);
        m.CreateIndex("IX_Procedures_Subject", "Procedures", "Subject");
        m.CreateIndex("IX_Procedures_Year", "Procedures", "Year");

        m.CreateTable("TestForms", t => new { Id = t.Column<Guid>(), Procedure = t.Column<Guid>(), Source = t.Column<string>(maxLength: 300), Edition = t.Column<string>(maxLength: 100) },
            constraints: t => { t.PrimaryKey("PK_TestForms", x => x.Id); t.ForeignKey("FK_TestForms_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_TestForms_Procedure", "TestForms", "Procedure", unique: true);

        m.CreateTable("TestTasks", t => new { Id = t.Column<Guid>(), Form = t.Column<Guid>(), Position = t.Column<int>(), Code = t.Column<string>(maxLength: 20), Max = t.Column<double>(), Difficulty = t.Column<string>(maxLength: 10), Skill = t.Column<string>(maxLength: 300), PlannedOutcome = t.Column<string>(maxLength: 1000) },
            constraints: t => { t.PrimaryKey("PK_TestTasks", x => x.Id); t.ForeignKey("FK_TestTasks_TestForms_Form", x => x.Form, "TestForms", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_TestTasks_Form_Position", "TestTasks", ["Form", "Position"], unique: true);

        m.CreateTable("MarkScales", t => new
        {
            Id = t.Column<Guid>(), Kind = t.Column<string>(maxLength: 20), Subject = t.Column<string>(maxLength: 20), Grade = t.Column<int>(), MathLevel = t.Column<string>(maxLength: 10), Year = t.Column<int>(), From3 = t.Column<double>(), From4 = t.Column<double>(), From5 = t.Column<double>(), MaxScore = t.Column<double>(nullable: true),
            Condition = t.Column<string>(maxLength: 300), Source = t.Column<string>(maxLength: 300), Edition = t.Column<string>(maxLength: 100), Confidence = t.Column<string>(maxLength: 10), Origin = t.Column<string>(maxLength: 10),
        }, constraints: t => { t.PrimaryKey("PK_MarkScales", x => x.Id); t.ForeignKey("FK_MarkScales_Subjects_Subject", x => x.Subject, "Subjects", "Code", onDelete: Restrict); });
        m.CreateIndex("IX_MarkScales_Kind_Subject_Grade_MathLevel_Year_Origin", "MarkScales", ["Kind", "Subject", "Grade", "MathLevel", "Year", "Origin"], unique: true);
        m.CreateIndex("IX_MarkScales_Subject", "MarkScales", "Subject");

        m.CreateTable("MinimumThresholds", t => new
        {
            Id = t.Column<Guid>(), Kind = t.Column<string>(maxLength: 20), Subject = t.Column<string>(maxLength: 20), MathLevel = t.Column<string>(maxLength: 10), From = t.Column<int>(), To = t.Column<int>(), Score = t.Column<string>(maxLength: 10), Minimum = t.Column<double>(),
            Condition = t.Column<string>(maxLength: 300), ConditionTasks = t.Column<string>(maxLength: 200), ConditionMinimum = t.Column<double>(nullable: true), Source = t.Column<string>(maxLength: 300), Edition = t.Column<string>(maxLength: 100), Confidence = t.Column<string>(maxLength: 10), Origin = t.Column<string>(maxLength: 10),
        }, constraints: t => { t.PrimaryKey("PK_MinimumThresholds", x => x.Id); t.ForeignKey("FK_MinimumThresholds_Subjects_Subject", x => x.Subject, "Subjects", "Code", onDelete: Restrict); });
        m.CreateIndex("IX_MinimumThresholds_Kind_Subject_MathLevel_From_Origin", "MinimumThresholds", ["Kind", "Subject", "MathLevel", "From", "Origin"], unique: true);
        m.CreateIndex("IX_MinimumThresholds_Subject", "MinimumThresholds", "Subject");

        m.CreateTable("ComparabilityFlags", t => new
        {
            Id = t.Column<Guid>(), Flag = t.Column<string>(maxLength: 20), Kind = t.Column<string>(maxLength: 20, nullable: true), Subject = t.Column<string>(maxLength: 20, nullable: true), Except = t.Column<string>(maxLength: 200), Grade = t.Column<int>(), MathLevel = t.Column<string>(maxLength: 10), Session = t.Column<string>(maxLength: 100), Year = t.Column<int>(),
            Organisation = t.Column<Guid>(nullable: true), Reason = t.Column<string>(maxLength: 300), Source = t.Column<string>(maxLength: 300), Edition = t.Column<string>(maxLength: 100), Confidence = t.Column<string>(maxLength: 10), Origin = t.Column<string>(maxLength: 10), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ComparabilityFlags", x => x.Id);
            t.ForeignKey("FK_ComparabilityFlags_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ComparabilityFlags_Subjects_Subject", x => x.Subject, "Subjects", "Code", onDelete: Restrict);
        });
        m.CreateIndex("IX_ComparabilityFlags_Organisation", "ComparabilityFlags", "Organisation");
        m.CreateIndex("IX_ComparabilityFlags_Subject", "ComparabilityFlags", "Subject");

        m.CreateTable("ScoreSheets", t => new
        {
            Id = t.Column<Guid>(), Procedure = t.Column<Guid>(), Organisation = t.Column<Guid>(), Class = t.Column<string>(maxLength: 20), Form = t.Column<Guid>(), Import = t.Column<Guid>(), Sha256 = t.Column<string>(maxLength: 64), State = t.Column<string>(maxLength: 10), Replaces = t.Column<Guid>(nullable: true),
            Participants = t.Column<int>(), Judged = t.Column<int>(), BelowThreshold = t.Column<int>(), Marks2 = t.Column<int>(), Marks3 = t.Column<int>(), Marks4 = t.Column<int>(), Marks5 = t.Column<int>(), Scored = t.Column<int>(), ScoreSum = t.Column<double>(), Tasks = t.Column<byte[]>(), Tallies = t.Column<byte[]>(), Scores = t.Column<byte[]>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ScoreSheets", x => x.Id);
            t.ForeignKey("FK_ScoreSheets_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ScoreSheets_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ScoreSheets_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ScoreSheets_ScoreSheets_Replaces", x => x.Replaces, "ScoreSheets", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ScoreSheets_TestForms_Form", x => x.Form, "TestForms", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ScoreSheets_Form", "ScoreSheets", "Form");
        m.CreateIndex("IX_ScoreSheets_Import", "ScoreSheets", "Import");
        m.CreateIndex("IX_ScoreSheets_Organisation", "ScoreSheets", "Organisation");
        m.CreateIndex("IX_ScoreSheets_Procedure_Organisation_Class", "ScoreSheets", ["Procedure", "Organisation", "Class"], unique: true, filter: "\"State\" = 'Current'");
        m.CreateIndex("IX_ScoreSheets_Replaces", "ScoreSheets", "Replaces");

        m.CreateTable("TaskDescriptions", t => new
        {
            Id = t.Column<Guid>(), Import = t.Column<Guid>(), Kind = t.Column<string>(maxLength: 20), Subject = t.Column<string>(maxLength: 20), Grade = t.Column<int>(), MathLevel = t.Column<string>(maxLength: 10), Year = t.Column<int>(), Code = t.Column<string>(maxLength: 20), Max = t.Column<double>(nullable: true),
            Difficulty = t.Column<string>(maxLength: 10), Section = t.Column<string>(maxLength: 300), Skill = t.Column<string>(maxLength: 300), PlannedOutcome = t.Column<string>(maxLength: 1000), Source = t.Column<string>(maxLength: 300),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_TaskDescriptions", x => x.Id);
            t.ForeignKey("FK_TaskDescriptions_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
            t.ForeignKey("FK_TaskDescriptions_Subjects_Subject", x => x.Subject, "Subjects", "Code", onDelete: Restrict);
        });
        m.CreateIndex("IX_TaskDescriptions_Import", "TaskDescriptions", "Import");
        m.CreateIndex("IX_TaskDescriptions_Task", "TaskDescriptions", ["Kind", "Subject", "Grade", "MathLevel", "Year", "Code", "Import"], unique: true);
        m.CreateIndex("IX_TaskDescriptions_Subject", "TaskDescriptions", "Subject");

        m.CreateTable("PupilPlaces", t => new { Year = t.Column<int>(), Code = t.Column<string>(maxLength: 40), Organisation = t.Column<Guid>(), Class = t.Column<string>(maxLength: 20), Import = t.Column<Guid>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_PupilPlaces", x => new { x.Year, x.Code });
                t.ForeignKey("FK_PupilPlaces_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
                t.ForeignKey("FK_PupilPlaces_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            });
        m.CreateIndex("IX_PupilPlaces_Import", "PupilPlaces", "Import");
        m.CreateIndex("IX_PupilPlaces_Organisation", "PupilPlaces", "Organisation");
    }
}
