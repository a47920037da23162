namespace MetaLens.Cli.Output;

/// <summary>Text from files and file names as a terminal may show it: a control character could move the cursor, hide a line or change a title, so it becomes U+FFFD.</summary>
static class VisibleText
{
    public static string Of(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : text;
}
