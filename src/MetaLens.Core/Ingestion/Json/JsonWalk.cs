namespace MetaLens.Ingestion.Json;

/// <summary>Takes the tokens of one JSON text.</summary>
delegate void JsonWalk(ref JsonTokens json);
