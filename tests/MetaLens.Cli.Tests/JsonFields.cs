using System.Text.Json;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>The fields of some outputs, held against the list of a page.</summary>
sealed class JsonFields(IReadOnlyDictionary<string, string> typeOfField)
{
    readonly SortedSet<string> _found = new(StringComparer.Ordinal), _objects = new(StringComparer.Ordinal);

    /// <summary>Listed fields that an object lacked. One of an object that never was there, such as an item of an empty list, is not missed; a star stands for any number of fields.</summary>
    public IEnumerable<string> Missing => typeOfField.Keys.Where(f => !f.EndsWith('*') && _objects.Contains(ParentOf(f)) && !_found.Contains(f));

    /// <summary>Every field must be on the page, under its own name or under a star, with its type.</summary>
    public void Check(JsonElement output) => CheckObject(output, "");

    void CheckObject(JsonElement element, string path)
    {
        _objects.Add(path);
        foreach (var field in element.EnumerateObject())
        {
            var prefix = path.Length == 0 ? "" : path + ".";
            var name = typeOfField.ContainsKey(prefix + field.Name) ? prefix + field.Name : prefix + "*";
            Assert.True(typeOfField.TryGetValue(name, out var type), $"{prefix}{field.Name} is not in docs/json.md");
            Assert.True(type == "any" || type.Split(" or ").Contains(TypeOf(field.Value)), $"{prefix}{field.Name}: docs/json.md says {type}, found {TypeOf(field.Value)}");
            _found.Add(name);
            if (field.Value.ValueKind == JsonValueKind.Object) CheckObject(field.Value, name);
            if (field.Value.ValueKind == JsonValueKind.Array)
                foreach (var item in field.Value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object)) CheckObject(item, name + "[]");
        }
    }

    static string ParentOf(string field) => field.LastIndexOf('.') is >= 0 and var dot ? field[..dot] : "";

    static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
