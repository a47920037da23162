using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace MetaLens;

/// <summary>Hides the time that memory takes to answer where it is known early what will be asked for.</summary>
static class CacheLine
{
    /// <summary>Says that an element will be read soon; nothing else happens, also where the processor cannot be told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void AskFor<T>(ReadOnlySpan<T> items, int at) where T : unmanaged
    {
        // An array that is moved meanwhile is asked for where it was, which does no harm.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetReference(items), at)));
    }
}
