namespace MetaLens.Cli.Output;

/// <summary>What a run says to its caller.</summary>
static class ExitCode
{
    public const int Done = 0;
    public const int DoneButLook = 1;
    public const int CouldNot = 2;
    public const int Interrupted = 130;
}
