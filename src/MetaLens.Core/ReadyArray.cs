namespace MetaLens;

/// <summary>
/// Arrays of zeros for tables that are looked into before they are written to. Memory that is new is given when it is first touched: where that is a look, it takes a second
/// step at the first writing, for which all cores are interrupted. Writing the zeros spares it.
/// </summary>
static class ReadyArray
{
    public static T[] Of<T>(int length) where T : unmanaged
    {
        var array = new T[length];
        Array.Clear(array);
        return array;
    }
}
