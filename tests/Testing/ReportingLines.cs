namespace MetaLens.Testing;

/// <summary>Who manages whom in an invented organisation. Person 0 is the head; managers have lower numbers than those they manage.</summary>
sealed class ReportingLines
{
    const double LeadsNobodyShare = 0.35;

    /// <summary>Draws them: a span for each in turn, none for a third of those after the first three.</summary>
    public ReportingLines(OrganisationStyle style, Random random)
    {
        var people = style.People;
        (Manager, Below, HeadOfDepartment) = (new int[people], new int[people], new int[people]);
        Manager[0] = -1;
        Reports = [.. Enumerable.Range(0, people).Select(_ => new List<int>())];
        for (int boss = 0, next = 1; next < people; boss++)
        {
            var span = random.Next(style.LeastSpan, style.MostSpan + 1);
            if (boss > 2 && random.NextDouble() < LeadsNobodyShare) span = boss + 1 == next ? 1 : 0;
            for (; span > 0 && next < people; span--, next++)
            {
                Manager[next] = boss;
                Reports[boss].Add(next);
            }
        }
        for (var p = people - 1; p > 0; p--) Below[Manager[p]] += 1 + Below[p];
        for (var p = 1; p < people; p++) HeadOfDepartment[p] = Manager[p] == 0 ? p : HeadOfDepartment[Manager[p]];
    }

    /// <summary>The manager of each, −1 for the head.</summary>
    public int[] Manager { get; }

    /// <summary>Whom each manages directly.</summary>
    public List<int>[] Reports { get; }

    /// <summary>How many stand below each.</summary>
    public int[] Below { get; }

    /// <summary>The superior of each right below the head, heads of departments their own; 0 for the head.</summary>
    public int[] HeadOfDepartment { get; }
}
