using CsvHelper;

namespace MetaLens.Cli.Commands;

/// <summary>Reads the file that says which handles are one person.</summary>
static class SameAsFile
{
    public static Dictionary<string, string> Read(string path)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = CsvReader.FromText(File.ReadAllText(path), CsvReaderOptions.Default);
        for (var row = 2; reader.Read(); row++)
        {
            if (reader.FieldCount < 2 || reader.GetString(0).Length == 0 || reader.GetString(1).Length == 0)
                throw new FormatException($"{path}:{row}:1: found a row without alias and name; expected alias,name. Mend: complete the row.");
            people[reader.GetString(0)] = reader.GetString(1);
        }
        return people;
    }
}
