namespace MetaLens.Ingestion;

/// <summary>How many decompressed bytes an archive may still give.</summary>
sealed class ByteBudget(ArchiveLimits limits)
{
    long _spent;

    public void Spend(int bytes, long ofEntry, long compressed, string name)
    {
        const long RatioCountsFrom = 16L << 20;
        if (Interlocked.Add(ref _spent, bytes) > limits.MaxTotalBytes)
            throw new MessageFormatException(new Place(name), $"an archive that unpacks to over {limits.MaxTotalBytes} bytes", "a smaller one", "unpack it yourself and name the folder");
        if (ofEntry > RatioCountsFrom && ofEntry > compressed * limits.MaxRatio)
            throw new MessageFormatException(new Place(name), $"an entry that unpacks to over {limits.MaxRatio} times its size", "a file of messages", "if you trust it, unpack it yourself and name the folder");
    }
}
