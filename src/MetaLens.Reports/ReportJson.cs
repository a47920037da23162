using System.Text.Json;
using System.Text.Json.Nodes;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Findings;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Publication;
using MetaLens.Reports.Sights;

namespace MetaLens.Reports;

/// <summary>The report as JSON.</summary>
static class ReportJson
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(ReportModel model) => new JsonObject
    {
        ["schema"] = "metalens/report/1",
        ["language"] = model.Language.Id,
        ["subject"] = new JsonObject
        {
            ["messages"] = model.Subject.Messages,
            ["deliveries"] = model.Subject.Deliveries,
            ["people"] = model.Subject.People,
            ["first_unix_ms"] = model.Subject.First,
            ["last_unix_ms"] = model.Subject.Last,
            ["time_basis"] = JsonNamingPolicy.KebabCaseLower.ConvertName(model.Subject.TimeBasis.ToString()),
            ["recipients"] = model.Subject.RecipientsInWords,
            ["for_owner"] = model.Subject.ForOwner,
            ["clock"] = model.Subject.ClockName,
            ["sentence"] = model.Subject.Sentence,
        },
        ["lead"] = model.Lead.Id,
        ["headline"] = model.Headline,
        ["before_after"] = model.BeforeAfter is not { } story ? null : new JsonObject
        {
            ["sentence"] = story.Sentence,
            ["rows"] = Array(story.Rows, r => JsonSerializer.SerializeToNode(new { id = r.Id, what = r.What, before = r.Before, after = r.After, before_value = r.BeforeValue, after_value = r.AfterValue, changes = r.Changes })!),
        },
        ["published"] = model.Published is not { } published ? null : new JsonObject
        {
            ["step"] = DurationText.Format(published.Step),
            ["points"] = PublishedRecords.Points,
            ["bound"] = PublishedRecords.Bound,
            ["smallest_group"] = PublishedRecords.SmallestGroup,
            ["fewest_people"] = PublishedRecords.FewestPeople,
            ["unicity_before"] = Number(published.Before),
            ["unicity_after"] = Number(published.After),
            ["alone_by_contacts"] = Number(published.AloneByContacts),
            ["messages_left_out"] = published.MessagesLeftOut,
            ["changes"] = Array(published.Changes(model.Language), c => JsonValue.Create(c)!),
        },
        ["findings"] = Array(model.Findings.Append(model.Reach), f => FindingOf(f, model.Language)),
        ["retention"] = model.Retention is not { } retention ? null : Array(retention.Windows, w => new JsonObject
        {
            ["days"] = w.Days,
            ["kept"] = w.Words,
            ["sentence"] = w.Sentence,
            ["messages"] = w.Messages,
            ["ties"] = w.Ties,
            ["messages_of_strongest_tie"] = w.ClosestMessages,
            ["exposure"] = Array(w.Cells, c => JsonSerializer.SerializeToNode(new { question = c.Question, exposure = c.Exposure, low = c.Low, high = c.High, subjects = c.Subjects, word = c.Word })!),
        }),
        ["exposure_messages"] = model.Exposure?.Messages,
        ["exposure"] = model.Exposure is null ? null : Array(model.Exposure.Cells, cell => JsonSerializer.SerializeToNode(new
        {
            question = cell.Question,
            lens = cell.Lens,
            score = cell.Score,
            chance = cell.Chance,
            exposure = cell.Exposure,
            low = cell.Low,
            high = cell.High,
            subjects = cell.Subjects,
            word = cell.Word,
            sentence = cell.Sentence,
            reason = cell.Reason,
            sight = model.SightOf(cell.Question, cell.Lens)?.Word(Language.English),
        })!),
        ["advice"] = Array(model.Advice, a => JsonSerializer.SerializeToNode(new
        {
            name = a.Name,
            exposure_now = a.ExposureNow,
            exposure_then = a.ExposureThen,
            delay_seconds = a.DelaySeconds,
            extra_bytes_share = a.ExtraBytesShare,
            on_frontier = a.OnFrontier,
        })!),
        ["pictures"] = Array(model.Pictures, PictureOf),
        ["people"] = Array(model.People, p => new JsonObject
        {
            ["name"] = p.Name,
            ["sent"] = p.Sent,
            ["received"] = p.Received,
            ["contacts"] = p.Contacts,
            ["people_in_2_steps"] = p.PeopleInTwoSteps,
            ["first_day"] = p.FirstDay,
            ["last_day"] = p.LastDay,
            ["quiet_start_hour"] = p.Quiet?.Start,
            ["quiet_end_hour"] = p.Quiet?.End,
            ["closest"] = Array(p.Closest, c => new JsonObject { ["name"] = c.Name, ["messages"] = c.Messages }),
            ["events"] = Array(p.Events, e => JsonValue.Create(e)!),
        }),
        ["notes"] = Array(model.Notes, n => JsonValue.Create(n)!),
        ["rejected"] = JsonSerializer.SerializeToNode(model.Ingestion.Rejected),
        ["rejected_total"] = model.Ingestion.RejectedTotal,
        ["duplicates_removed"] = model.Ingestion.DuplicatesRemoved,
        ["provenance"] = new JsonObject
        {
            ["version"] = model.Provenance.Version,
            ["command_line"] = model.Provenance.CommandLine,
            ["seed"] = model.Provenance.Seed,
            ["inputs"] = Array(model.Provenance.Inputs, i => new JsonObject { ["name"] = i.Name, ["sha256"] = i.Sha256 }),
        },
    }.ToJsonString(Indented);

    static JsonObject FindingOf(Finding finding, Language language) => new JsonObject
    {
        ["id"] = finding.Id,
        ["question"] = finding.Question,
        ["sentence"] = finding.Sentence,
        ["headline"] = finding.Headline,
        ["certainty"] = finding.Certainty.Word(Language.English),
        ["numbers"] = JsonSerializer.SerializeToNode(finding.Numbers),
        ["evidence"] = Array(finding.Evidence, e => JsonValue.Create(e)!),
        ["wrong"] = finding.Wrong,
        ["stop"] = language.Translate(finding.Stop),
        ["moments"] = Array(finding.Moments, m => JsonSerializer.SerializeToNode(new { day = m.When, label = m.Label, detail = m.Detail, before = m.Before, after = m.After })!),
    };

    static JsonNode PictureOf(Chart chart) => new JsonObject
    {
        ["id"] = chart.Id,
        ["title"] = chart.Title,
        ["columns"] = Array(chart.Table.Columns, c => JsonValue.Create(c)!),
        ["rows"] = Array(chart.Table.Rows, row => Array(row, c => JsonValue.Create(c)!)),
    };

    // JSON has no NaN.
    static JsonValue? Number(double value) => double.IsNaN(value) ? null : JsonValue.Create(value);

    static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> node) => new([.. items.Select(node)]);
}
